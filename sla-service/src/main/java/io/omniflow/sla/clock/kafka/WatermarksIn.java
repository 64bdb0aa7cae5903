package io.omniflow.sla.clock.kafka;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.PublishedUpTo;
import io.omniflow.contract.Topics;
import io.omniflow.sla.clock.TakeWatermarks;
import io.omniflow.sla.clock.Watermarks;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * How far ticket facts are published. None matters much: without it a deadline waits out its patience and a stale ticket a
 * little longer, so one that cannot be read or stored is logged and passed over.
 */
@ApplicationScoped
class WatermarksIn {
    private final TakeWatermarks watermarks;

    WatermarksIn(TakeWatermarks watermarks) {
        this.watermarks = watermarks;
    }

    @Incoming("watermarks")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        List<Watermarks.Watermark> told = StreamSupport.stream(batch.spliterator(), false)
                .flatMap(record -> read(record).stream())
                .toList();
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : watermarks
                        .take(told)
                        .onFailure()
                        .invoke(failure -> Log.warn("a watermark could not be stored", failure))
                        .onFailure()
                        .recoverWithNull();
    }

    private static Optional<Watermarks.Watermark> read(ConsumerRecord<String, byte[]> record) {
        try {
            PublishedUpTo told = ContractJson.mapper().readValue(record.value(), PublishedUpTo.class);
            return Topics.TICKETS.equals(told.topic())
                    ? Optional.of(new Watermarks.Watermark(told.topic(), told.through(), told.nextOffsets()))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException | NullPointerException unreadable) {
            Log.warnf(unreadable, "unreadable watermark at offset %d", record.offset());
            return Optional.empty();
        }
    }
}
