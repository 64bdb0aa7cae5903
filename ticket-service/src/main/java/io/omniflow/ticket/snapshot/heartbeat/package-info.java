/** When snapshots are published. */
@NullMarked
package io.omniflow.ticket.snapshot.heartbeat;

import org.jspecify.annotations.NullMarked;
