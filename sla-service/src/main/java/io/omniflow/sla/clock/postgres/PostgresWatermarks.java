package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.Watermarks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

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

    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('watermark ' || $1, 0))";

    private static final String NEWEST = "select max(through) from watermark where topic = $1";

    @Override
    public Uni<Optional<Instant>> lockNewest(SqlConnection transaction, String topic) {
        // Two statements, so that the second sees what its predecessor committed
        return transaction
                .preparedQuery(LOCK)
                .execute(Tuple.of(topic))
                .chain(() -> transaction.preparedQuery(NEWEST).execute(Tuple.of(topic)))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime(0))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, Watermark watermark) {
        return transaction
                .preparedQuery(ADD)
                .execute(Tuple.of(
                        watermark.topic(),
                        watermark.through().atOffset(ZoneOffset.UTC),
                        watermark.nextOffsets().toArray(Long[]::new)))
                .replaceWithVoid();
    }
}
