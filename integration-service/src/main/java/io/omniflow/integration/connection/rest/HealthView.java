package io.omniflow.integration.connection.rest;

import io.omniflow.integration.connection.domain.Health;
import io.omniflow.integration.delivery.domain.Problem;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** {@code state} is {@code ok} or {@code degraded}; why and since when is null for what works. */
record HealthView(
        String state, @Nullable Problem problem, @Nullable Instant since) {

    static HealthView of(Health health) {
        return switch (health) {
            case Health.Ok() -> new HealthView("ok", null, null);
            case Health.Degraded(Problem problem, Instant since) -> new HealthView("degraded", problem, since);
        };
    }
}
