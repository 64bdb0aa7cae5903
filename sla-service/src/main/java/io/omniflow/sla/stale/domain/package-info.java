/**
 * When a ticket has sat in Waiting for too long, and what follows: pings, grace, closing. A pure fold; whoever asks
 * brings the instants and the ids along.
 */
@NullMarked
package io.omniflow.sla.stale.domain;

import org.jspecify.annotations.NullMarked;
