package io.omniflow.kit.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A pool whose queue has an end: who finds it full, or waits too long for a connection, is told to come again (503) instead
 * of piling up. Dead connections are noticed by TCP keep-alive.
 */
@Singleton
public class BoundedPool implements PgPoolCreator {
    /** Characters; the usual 2,048 would leave the statements of the hot paths out, and plan them anew each time. */
    private static final int LONGEST_CACHED_STATEMENT = 20_000;

    private static final int LONGEST_QUEUE = 2_000;
    private static final int SECONDS_FOR_A_CONNECTION = 10;

    @Override
    public Pool create(Input input) {
        input.pgConnectOptionsList().forEach(options -> options.setTcpKeepAlive(true)
                .setPreparedStatementCacheSqlLimit(LONGEST_CACHED_STATEMENT));
        return PgBuilder.pool()
                .with(input.poolOptions()
                        .setMaxWaitQueueSize(LONGEST_QUEUE)
                        .setConnectionTimeout(SECONDS_FOR_A_CONNECTION)
                        .setConnectionTimeoutUnit(TimeUnit.SECONDS))
                .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
                .using(input.vertx())
                .build();
    }
}
