@NullMarked
package io.omniflow.ticket.conversation.domain;

import org.jspecify.annotations.NullMarked;
