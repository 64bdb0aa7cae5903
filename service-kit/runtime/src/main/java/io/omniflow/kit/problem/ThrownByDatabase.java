package io.omniflow.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.pgclient.PgException;
import java.util.Optional;

/** What PostgreSQL refuses and what that means for the caller. */
final class ThrownByDatabase {
    private ThrownByDatabase() {}

    /** Empty when it is the service's own fault. */
    static Optional<HttpProblem> problem(PgException thrown) {
        String state = thrown.getSqlState() == null ? "" : thrown.getSqlState();
        if (state.startsWith("22")) {
            return Optional.of(Problems.of(422, "invalid", "A value is out of range or cannot be kept"));
        }
        return Faults.passesByItself(thrown) ? Optional.of(Problems.unavailable()) : Optional.empty();
    }
}
