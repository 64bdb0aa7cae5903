/**
 * Tickets that sit in Waiting: watched in the transaction that applies their facts, judged when their instant has passed.
 * Use cases and their ports. That no ticket is closed silently is also, and finally, ticket-service's to guard.
 */
@NullMarked
package io.omniflow.sla.stale;

import org.jspecify.annotations.NullMarked;
