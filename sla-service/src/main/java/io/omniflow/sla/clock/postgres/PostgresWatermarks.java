package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.Watermarks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;

/** Watermarks of the last seconds, as rows that every replica reads. */
@ApplicationScoped
class PostgresWatermarks implements Watermarks {
    /** A tick is of use only until a later one is reached; a consumer that lags further is past its patience anyway. */
    private static final String ADD = """
            with old as (
                delete from watermark where topic = $1 and through < $2::timestamptz - interval '10 seconds'
            )
            insert into watermark (topic, through, next_offsets) values ($1, $2, $3)
            on conflict do nothing
            """;

    private final Pool pool;

    PostgresWatermarks(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(Watermark watermark) {
        return pool.preparedQuery(ADD)
                .execute(Tuple.of(
                        watermark.topic(),
                        watermark.through().atOffset(ZoneOffset.UTC),
                        watermark.nextOffsets().toArray(Long[]::new)))
                .replaceWithVoid();
    }
}
