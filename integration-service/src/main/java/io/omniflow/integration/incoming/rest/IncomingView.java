package io.omniflow.integration.incoming.rest;

import io.omniflow.integration.incoming.domain.IncomingWebhook;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A webhook as it is shown: when it came and what became of it, not what it says. */
record IncomingView(
        UUID id,
        UUID connectionId,
        String system,
        String deliveryId,
        String state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        int size,
        Instant receivedAt,
        @Nullable Instant settledAt) {

    static IncomingView of(IncomingWebhook webhook) {
        return new IncomingView(
                webhook.id().value(),
                webhook.connectionId().value(),
                webhook.system().text(),
                webhook.deliveryId(),
                webhook.state().text(),
                webhook.attempts(),
                webhook.nextAttemptAt(),
                webhook.reason(),
                webhook.size(),
                webhook.receivedAt(),
                webhook.settledAt());
    }
}
