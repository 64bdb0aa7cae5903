/**
 * Policies of a workspace: making, ordering, changing, showing and re-applying them, and what of them is in force for whom.
 * What a policy may look like is in {@code domain}, how clocks are measured by it in {@code clock}; HTTP, SQL and Kafka are
 * the edges'.
 */
@NullMarked
package io.omniflow.sla.policy;

import org.jspecify.annotations.NullMarked;
