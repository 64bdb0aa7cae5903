package io.omniflow.integration.delivery.rest;

import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery as it is shown. */
record DeliveryView(
        UUID id,
        UUID linkId,
        UUID ticketId,
        UUID connectionId,
        String operation,
        String state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Problem problem,
        Instant createdAt,
        Instant updatedAt) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id().value(),
                delivery.subject(),
                delivery.ticketId(),
                delivery.connectionId().value(),
                delivery.operation().text(),
                delivery.state().text(),
                delivery.attempts(),
                delivery.nextAttemptAt(),
                delivery.problem(),
                delivery.createdAt(),
                delivery.updatedAt());
    }
}
