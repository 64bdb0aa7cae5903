package io.omniflow.sla.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far ticket facts are published, as their owner tells a few times a second. */
public interface Watermarks {

    /** Every live fact before {@code through} lies before the partition's offset. */
    record Watermark(String topic, Instant through, List<Long> nextOffsets) {}

    /**
     * How far the last one stored went, whenever that was; empty when there never was one. Until the transaction ends,
     * others who ask wait.
     */
    Uni<Optional<Instant>> lockNewest(SqlConnection transaction, String topic);

    Uni<Void> add(SqlConnection transaction, Watermark watermark);
}
