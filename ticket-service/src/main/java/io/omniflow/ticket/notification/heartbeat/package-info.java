/** Throws away what is old. */
@NullMarked
package io.omniflow.ticket.notification.heartbeat;

import org.jspecify.annotations.NullMarked;
