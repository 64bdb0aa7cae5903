package io.omniflow.kit.inbox;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells a dependency that is down, where waiting helps, from an event that will fail again. */
final class Faults {
    private Faults() {}

    static boolean passesByItself(Throwable failure) {
        return switch (failure) {
            case PgException postgres -> passes(postgres.getSqlState());
            case IOException _, TimeoutException _, VertxException _, RetriableException _ -> true;
            default -> failure.getCause() != null && passesByItself(failure.getCause());
        };
    }

    /**
     * SQLSTATE classes (PostgreSQL, appendix A): 08 connection, 40 rolled back, 53 resources, 55 lock, 57 operator, 58
     * system.
     */
    private static boolean passes(String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08")
                        || sqlState.startsWith("40")
                        || sqlState.startsWith("53")
                        || sqlState.startsWith("55")
                        || sqlState.startsWith("57")
                        || sqlState.startsWith("58"));
    }
}
