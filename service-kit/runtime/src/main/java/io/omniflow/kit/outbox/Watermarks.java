package io.omniflow.kit.outbox;

import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.PublishedUpTo;
import io.omniflow.kit.time.Ids;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * How far a topic is published. A fact's time is taken inside its transaction, so every fact older than the oldest
 * transaction still open is either in the outbox for all to see or published already. Looking that instant up first, and
 * telling it once the rows visible afterwards are published, makes the promise of {@link PublishedUpTo} hold.
 */
@ApplicationScoped
class Watermarks {
    /**
     * Three statements of one round trip, each with a snapshot of its own, in this order: whoever was not open any more when
     * the transactions were looked at is visible in the outbox afterwards. The last millisecond is left out because event
     * times are cut to milliseconds.
     */
    private static final String CANDIDATE = """
            select clock_timestamp() - interval '1 millisecond' as now;
            select min(xact_start) - interval '1 millisecond' as oldest from pg_stat_activity
              where datname = current_database() and usename = current_user and pid <> pg_backend_pid();
            select max(position) as last_position from outbox
            """;

    private final Pool pool;
    private final KafkaPublisher publisher;
    private final Map<String, Object> broker;
    private final Map<Integer, Long> nextOffsets = new TreeMap<>();

    Watermarks(Pool pool, KafkaPublisher publisher, @Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.pool = pool;
        this.publisher = publisher;
        this.broker = broker;
    }

    /** What may be told once the rows up to {@code lastPosition} that are visible now are published. */
    record Candidate(Instant through, long lastPosition) {}

    Uni<Candidate> candidate() {
        return pool.query(CANDIDATE).execute().map(clock -> {
            RowSet<Row> transactions = clock.next();
            RowSet<Row> outbox = transactions.next();
            Instant now = clock.iterator().next().getOffsetDateTime("now").toInstant();
            OffsetDateTime oldest = transactions.iterator().next().getOffsetDateTime("oldest");
            Long last = outbox.iterator().next().getLong("last_position");
            return new Candidate(
                    oldest == null || oldest.toInstant().isAfter(now) ? now : oldest.toInstant(),
                    last == null ? Long.MIN_VALUE : last);
        });
    }

    synchronized void published(String topic, List<RecordMetadata> acknowledged) {
        for (RecordMetadata metadata : acknowledged) {
            if (metadata.topic().equals(topic)) {
                nextOffsets.merge(metadata.partition(), metadata.offset() + 1, Math::max);
            }
        }
    }

    /** Forgets the offsets; for a replica that starts to lead after others have published. */
    synchronized void forget() {
        nextOffsets.clear();
    }

    Uni<Void> tell(String topic, Instant through, String source) {
        return Uni.createFrom()
                .item(() -> offsets(topic))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .flatMap(offsets -> publisher.send(List.of(record(new PublishedUpTo(topic, through, offsets), source))))
                .replaceWithVoid();
    }

    private List<Long> offsets(String topic) {
        int partitions = publisher.partitions(topic);
        synchronized (this) {
            if (nextOffsets.size() >= partitions) {
                return List.copyOf(nextOffsets.values());
            }
        }
        Map<Integer, Long> ends = ends(topic, partitions);
        synchronized (this) {
            ends.forEach((partition, end) -> nextOffsets.merge(partition, end, Math::max));
            return List.copyOf(nextOffsets.values());
        }
    }

    private Map<Integer, Long> ends(String topic, int partitions) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        IntStream.range(0, partitions).forEach(p -> latest.put(new TopicPartition(topic, p), OffsetSpec.latest()));
        try (Admin admin = Admin.create(broker)) {
            Map<Integer, Long> ends = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get()
                    .forEach((partition, info) -> ends.put(partition.partition(), info.offset()));
            return ends;
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("The ends of " + topic + " are unknown", e.getCause());
        }
    }

    private static ProducerRecord<String, byte[]> record(PublishedUpTo told, String source) {
        byte[] data = ContractJson.mapper().valueToTree(told).toString().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(EventCatalog.topicOf(PublishedUpTo.class), told.topic(), data);
        Map.of(
                        EventHeaders.SPEC_VERSION,
                        "1.0",
                        EventHeaders.ID,
                        Ids.next().toString(),
                        EventHeaders.SOURCE,
                        source,
                        EventHeaders.TYPE,
                        EventCatalog.typeOf(PublishedUpTo.class),
                        EventHeaders.TIME,
                        ContractJson.text(told.through()),
                        EventHeaders.CONTENT_TYPE,
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
