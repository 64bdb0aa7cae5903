package io.omniflow.sla.clock;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;

/** How far ticket facts are published, as their owner tells a few times a second. */
public interface Watermarks {

    /** Every live fact before {@code through} lies before the partition's offset. */
    record Watermark(String topic, Instant through, List<Long> nextOffsets) {}

    Uni<Void> add(Watermark watermark);
}
