package io.omniflow.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells a dependency that is down or busy, where waiting helps, from work that will fail again. */
public final class Faults {
    /** How Vert.x' pool tells that no connection became free in time; the type alone tells anything. */
    private static final String NO_CONNECTION_IN_TIME = "Timeout";

    private Faults() {}

    public static boolean passesByItself(Throwable failure) {
        return switch (failure) {
            case PgException postgres -> passes(postgres.getSqlState());
            case NoStackTraceThrowable untyped -> NO_CONNECTION_IN_TIME.equals(untyped.getMessage());
            case JsonProcessingException _, TransactionRollbackException _ -> false;
            case IOException _,
                    TimeoutException _,
                    VertxException _,
                    RetriableException _,
                    io.smallrye.mutiny.TimeoutException _ -> true;
            default -> failure.getCause() != null && passesByItself(failure.getCause());
        };
    }

    /**
     * SQLSTATE classes (PostgreSQL, appendix A): 08 connection, 25P03 idle too long in a transaction, 40 rolled back, 53
     * resources, 55 lock, 57 operator, 58 system.
     */
    private static boolean passes(@Nullable String sqlState) {
        return sqlState != null
                && Stream.of("08", "25P03", "40", "53", "55", "57", "58").anyMatch(sqlState::startsWith);
    }
}
