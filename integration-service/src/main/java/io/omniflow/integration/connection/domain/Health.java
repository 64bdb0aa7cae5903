package io.omniflow.integration.connection.domain;

import io.omniflow.integration.delivery.domain.Problem;
import java.time.Instant;

/** Whether a connection works, as its calls show. */
public sealed interface Health {

    record Ok() implements Health {}

    /**
     * Its calls have been failing.
     *
     * @param problem of the newest call, with the other system's own words
     */
    record Degraded(Problem problem, Instant since) implements Health {}
}
