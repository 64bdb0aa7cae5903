package io.omniflow.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.pgclient.PgException;
import java.util.Optional;
import java.util.stream.Stream;

/** What PostgreSQL refuses and what that means for the caller. */
final class ThrownByDatabase {
    private ThrownByDatabase() {}

    /** Empty when it is the service's own fault. */
    static Optional<HttpProblem> problem(PgException thrown) {
        String state = thrown.getSqlState() == null ? "" : thrown.getSqlState();
        if (state.startsWith("22")) {
            return Optional.of(Problems.of(422, "invalid", "A value is out of range or cannot be kept"));
        }
        // 40: rolled back for a deadlock or a conflict; 53: out of a resource; 57P0: shutting down; 08: connection lost
        boolean passing = Stream.of("40", "53", "57P0", "08").anyMatch(state::startsWith);
        return passing ? Optional.of(Problems.unavailable()) : Optional.empty();
    }
}
