/**
 * The queue of outgoing calls: claim under a lease, attempt, settle. What a delivery does is told by its
 * {@link io.omniflow.integration.delivery.DeliveryWork}; no vendor is known here.
 */
@NullMarked
package io.omniflow.integration.delivery;

import org.jspecify.annotations.NullMarked;
