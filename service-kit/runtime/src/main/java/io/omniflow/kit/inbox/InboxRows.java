package io.omniflow.kit.inbox;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The inbox's tables. */
@ApplicationScoped
class InboxRows {
    private static final int SWEPT_AT_ONCE = 10_000;
    private static final String INSERT =
            "insert into inbox (consumer, event_id) select $1, id from unnest($2::uuid[]) as id"
                    + " order by id on conflict do nothing returning event_id";
    private static final String ADVANCE = """
            insert into inbox_progress as p (consumer, topic, partition, next_offset)
            select $1, t, n, o from unnest($2::text[], $3::int[], $4::bigint[]) as r(t, n, o) order by t, n
            on conflict (consumer, topic, partition) do update
            set next_offset = greatest(p.next_offset, excluded.next_offset), applied_at = clock_timestamp()
            """;
    /** Longer than a command topic keeps its records, so nothing that can be delivered again is forgotten. */
    private static final String SWEEP = """
            delete from inbox where (consumer, event_id) in (
              select consumer, event_id from inbox where received_at < clock_timestamp() - interval '31 days'
              order by received_at limit %d for update skip locked)
            """.formatted(SWEPT_AT_ONCE);

    private final Pool pool;

    InboxRows(Pool pool) {
        this.pool = pool;
    }

    /** The events that were not there yet, each id once, in arrival order. */
    Uni<List<ReceivedEvent>> insertFirst(SqlConnection connection, String consumer, List<ReceivedEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        Map<UUID, ReceivedEvent> distinct = new LinkedHashMap<>();
        events.forEach(event -> distinct.putIfAbsent(event.id(), event));
        return connection
                .preparedQuery(INSERT)
                .execute(Tuple.of(consumer, distinct.keySet().toArray(UUID[]::new)))
                .map(rows -> {
                    Set<UUID> fresh = new HashSet<>();
                    rows.forEach(row -> fresh.add(row.getUUID(0)));
                    return distinct.values().stream()
                            .filter(event -> fresh.contains(event.id()))
                            .toList();
                });
    }

    Uni<Void> passOver(SqlConnection connection, String consumer, UUID eventId) {
        return connection
                .preparedQuery("insert into inbox (consumer, event_id) values ($1, $2)")
                .execute(Tuple.of(consumer, eventId))
                .replaceWithVoid();
    }

    Uni<Void> advance(SqlConnection connection, String consumer, List<ConsumerRecord<String, byte[]>> records) {
        Map<TopicPartition, Long> next = new LinkedHashMap<>();
        records.forEach(record ->
                next.merge(new TopicPartition(record.topic(), record.partition()), record.offset() + 1, Math::max));
        return connection
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(
                        consumer,
                        next.keySet().stream().map(TopicPartition::topic).toArray(String[]::new),
                        next.keySet().stream().map(TopicPartition::partition).toArray(Integer[]::new),
                        next.values().toArray(Long[]::new)))
                .replaceWithVoid();
    }

    @Scheduled(every = "10m", delayed = "2m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Uni.createFrom()
                .deferred(() -> pool.query(SWEEP).execute().map(SqlResult::rowCount))
                .repeat()
                .whilst(deleted -> deleted == SWEPT_AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
