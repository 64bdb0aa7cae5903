package io.omniflow.integration.delivery.kafka;

import io.omniflow.contract.IntegrationEvent;
import io.omniflow.integration.delivery.DeliveryEvents;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

@ApplicationScoped
class DeliveryEventsOut implements DeliveryEvents {

    @Override
    public OutboundEvent dead(Delivery delivery) {
        Problem why = Objects.requireNonNull(delivery.problem(), "a dead delivery has a problem");
        IntegrationEvent.DeliveryDead dead = new IntegrationEvent.DeliveryDead(
                delivery.id().value(),
                delivery.ticketId(),
                delivery.connectionId().value(),
                delivery.operation().text(),
                delivery.attempts(),
                new io.omniflow.contract.Problem(why.type(), why.status(), why.detail()));
        return OutboundEvent.of(
                delivery.workspace(),
                delivery.ticketId(),
                dead,
                delivery.updatedAt(),
                null,
                new Origin(delivery.requestedBy(), delivery.subject().toString(), null));
    }
}
