package io.omniflow.integration.delivery;

import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.kit.outbox.OutboundEvent;

/** What is told of deliveries. */
public interface DeliveryEvents {
    OutboundEvent dead(Delivery delivery);
}
