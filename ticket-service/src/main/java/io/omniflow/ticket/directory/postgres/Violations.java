package io.omniflow.ticket.directory.postgres;

import io.omniflow.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.vertx.pgclient.PgException;
import java.util.function.Supplier;

/** Unique keys as refusals. */
final class Violations {
    private static final String UNIQUE_VIOLATION = "23505";

    private Violations() {}

    /** The refusal when it is this constraint that is violated, otherwise the failure as it is. */
    static Throwable of(Throwable failure, String constraint, Supplier<HttpProblem> refusal) {
        return failure instanceof PgException postgres
                        && UNIQUE_VIOLATION.equals(postgres.getSqlState())
                        && constraint.equals(postgres.getConstraint())
                ? refusal.get()
                : failure;
    }

    static HttpProblem idTaken() {
        return Problems.conflict("id-taken", "The id is taken");
    }
}
