package io.omniflow.integration.delivery.rest;

import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Problem;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery as it is shown; it belongs to a link or to a thread. */
record DeliveryView(
        UUID id,
        @Nullable UUID linkId,
        UUID ticketId,
        UUID connectionId,
        String operation,
        String state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Problem problem,
        Instant createdAt,
        Instant updatedAt,
        @Nullable UUID threadId) {

    static DeliveryView of(Delivery delivery) {
        boolean ofThread =
                switch (delivery.operation()) {
                    case POST_THREAD, POST_UPDATE, TAKE_REPLY -> true;
                    case CREATE_ISSUE, SET_STATE, ADD_COMMENT, REFRESH, ATTACH -> false;
                };
        return new DeliveryView(
                delivery.id().value(),
                ofThread ? null : delivery.subject(),
                delivery.ticketId(),
                delivery.connectionId().value(),
                delivery.operation().text(),
                delivery.state().text(),
                delivery.attempts(),
                delivery.nextAttemptAt(),
                delivery.problem(),
                delivery.createdAt(),
                delivery.updatedAt(),
                ofThread ? delivery.subject() : null);
    }
}
