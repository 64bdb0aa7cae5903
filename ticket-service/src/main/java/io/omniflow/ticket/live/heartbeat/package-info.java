/** When listeners are woken and old changes are thrown away. */
@NullMarked
package io.omniflow.ticket.live.heartbeat;

import org.jspecify.annotations.NullMarked;
