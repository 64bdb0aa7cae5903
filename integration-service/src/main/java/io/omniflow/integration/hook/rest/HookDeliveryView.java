package io.omniflow.integration.hook.rest;

import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.hook.domain.Attempt;
import io.omniflow.integration.hook.domain.HookDelivery;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery as it is shown. Its id is the {@code webhook-id} the receiver sees; the last attempt is null before the first. */
record HookDeliveryView(
        UUID id,
        UUID endpointId,
        String type,
        String state,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable AttemptView lastAttempt,
        Instant createdAt,
        Instant updatedAt) {

    /** {@code answer} is the beginning of the answer's body, at most 1 kB. */
    record AttemptView(
            Instant at,
            Duration took,
            @Nullable Integer status,
            @Nullable String answer,
            @Nullable Problem problem) {
        static @Nullable AttemptView of(@Nullable Attempt attempt) {
            return attempt == null
                    ? null
                    : new AttemptView(
                            attempt.at(), attempt.took(), attempt.status(), attempt.answer(), attempt.problem());
        }
    }

    static HookDeliveryView of(HookDelivery delivery) {
        return new HookDeliveryView(
                delivery.message(),
                delivery.endpoint().value(),
                delivery.type(),
                delivery.state().text(),
                delivery.attempts(),
                delivery.nextAttemptAt(),
                AttemptView.of(delivery.lastAttempt()),
                delivery.createdAt(),
                delivery.updatedAt());
    }
}
