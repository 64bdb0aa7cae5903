@NullMarked
package io.omniflow.ticket.workspace;

import org.jspecify.annotations.NullMarked;
