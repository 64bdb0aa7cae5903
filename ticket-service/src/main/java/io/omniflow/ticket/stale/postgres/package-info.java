/** Policies, and what the timeline knows of a wait. */
@NullMarked
package io.omniflow.ticket.stale.postgres;

import org.jspecify.annotations.NullMarked;
