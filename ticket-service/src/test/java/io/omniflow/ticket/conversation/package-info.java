@NullMarked
package io.omniflow.ticket.conversation;

import org.jspecify.annotations.NullMarked;
