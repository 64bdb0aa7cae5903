package io.omniflow.merge.merging.kafka;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.MergeEvent;
import io.omniflow.merge.merging.Waiters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Wakes who waits at this replica for what another replica has heard: each replica reads the outcomes all of them publish.
 * None matters much, for who waits looks again when his time is up; so one that cannot be read is passed over.
 */
@ApplicationScoped
class MergeNewsIn {
    private static final Logger LOG = Logger.getLogger(MergeNewsIn.class);
    private static final Set<String> OUTCOMES = Set.of(
            EventCatalog.typeOf(MergeEvent.Completed.class),
            EventCatalog.typeOf(MergeEvent.Rejected.class),
            EventCatalog.typeOf(MergeEvent.Undone.class));

    private final Waiters waiters;

    MergeNewsIn(Waiters waiters) {
        this.waiters = waiters;
    }

    @Incoming("merge-news")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        Set<UUID> merges = new HashSet<>();
        batch.forEach(record -> mergeOf(record).ifPresent(merges::add));
        waiters.wake(merges);
        return Uni.createFrom().voidItem();
    }

    private static Optional<UUID> mergeOf(ConsumerRecord<String, byte[]> record) {
        @Nullable Header type = record.headers().lastHeader(EventHeaders.TYPE);
        if (type == null || !OUTCOMES.contains(new String(type.value(), StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(ContractJson.mapper()
                    .readTree(record.value())
                    .path("mergeId")
                    .asText()));
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.warnf(unreadable, "unreadable news of a merge at offset %d", record.offset());
            return Optional.empty();
        }
    }
}
