package io.omniflow.sla.stale.postgres;

import io.omniflow.sla.clock.DueTicket;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.domain.Silence;
import io.omniflow.sla.stale.Kept;
import io.omniflow.sla.stale.Watches;
import io.omniflow.sla.stale.domain.Watch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresWatches implements Watches {
    private final Pool pool;

    PostgresWatches(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<TicketKey, Watch>> lock(SqlConnection transaction, Collection<TicketKey> tickets) {
        return transaction
                .preparedQuery(WatchStatements.LOCK)
                .execute(keys(tickets))
                .map(rows -> {
                    Map<TicketKey, Watch> watched = new LinkedHashMap<>();
                    rows.forEach(row -> watched.put(WatchRows.key(row), WatchRows.read(row)));
                    return watched;
                });
    }

    @Override
    public Uni<Void> keep(SqlConnection transaction, List<Kept> watches) {
        return watches.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(WatchStatements.KEEP)
                        .execute(Tuple.of(WatchRows.write(watches)))
                        .replaceWithVoid();
    }

    @Override
    public Uni<Void> end(SqlConnection transaction, Collection<TicketKey> tickets) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(WatchStatements.END)
                        .execute(keys(tickets))
                        .replaceWithVoid();
    }

    @Override
    public Uni<List<DueTicket>> claimDue(SqlConnection transaction, Instant now, int limit) {
        return transaction
                .preparedQuery(WatchStatements.CLAIM_DUE)
                .execute(Tuple.of(utc(now), limit))
                .map(rows -> {
                    List<DueTicket> due = new ArrayList<>(rows.size());
                    rows.forEach(row -> due.add(new DueTicket(
                            WatchRows.key(row), row.getOffsetDateTime("until").toInstant())));
                    return due;
                });
    }

    @Override
    public Uni<Optional<Instant>> earliest() {
        return pool.preparedQuery(WatchStatements.EARLIEST).execute().map(rows -> Optional.ofNullable(
                        rows.iterator().next().getOffsetDateTime(0))
                .map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<Void> makeUpFor(SqlConnection transaction, Silence silence) {
        Tuple span = Tuple.of(utc(silence.from()), utc(silence.until()));
        return transaction
                .query(WatchStatements.SEIZE_SILENCES)
                .execute()
                .chain(() ->
                        transaction.preparedQuery(WatchStatements.ADD_SILENCE).execute(span))
                .chain(() -> transaction.preparedQuery(WatchStatements.EXTEND).execute(span))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<Silence>> silences(SqlConnection transaction) {
        return transaction
                .query(WatchStatements.HOLD_SILENCES)
                .execute()
                .chain(() ->
                        transaction.preparedQuery(WatchStatements.READ_SILENCES).execute())
                .map(rows -> {
                    List<Silence> silences = new ArrayList<>(rows.size());
                    rows.forEach(row -> silences.add(new Silence(
                            row.getOffsetDateTime("from_at").toInstant(),
                            row.getOffsetDateTime("until_at").toInstant())));
                    return silences;
                });
    }

    @Override
    public Uni<Void> count(SqlConnection transaction, Map<TicketKey, Long> told) {
        return transaction
                .preparedQuery(WatchStatements.COUNT)
                .execute(keys(told.keySet()).addArrayOfLong(told.values().toArray(Long[]::new)))
                .replaceWithVoid();
    }

    private static Tuple keys(Collection<TicketKey> tickets) {
        return Tuple.of(
                tickets.stream().map(key -> key.workspace().value()).toArray(UUID[]::new),
                tickets.stream().map(TicketKey::ticket).toArray(UUID[]::new));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
