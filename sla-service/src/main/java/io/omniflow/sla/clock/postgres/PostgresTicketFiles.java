package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.Arrival;
import io.omniflow.sla.clock.ClockSheet;
import io.omniflow.sla.clock.DueTicket;
import io.omniflow.sla.clock.Policies;
import io.omniflow.sla.clock.Settled;
import io.omniflow.sla.clock.TicketFact;
import io.omniflow.sla.clock.TicketFile;
import io.omniflow.sla.clock.TicketFiles;
import io.omniflow.sla.clock.TicketHistory;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.domain.Clock;
import io.omniflow.sla.clock.domain.Notice;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Ticket files as rows of {@code ticket}, {@code ticket_fact} and {@code clock}; a batch is a handful of statements. */
@ApplicationScoped
class PostgresTicketFiles implements TicketFiles {
    private final Pool pool;
    private final Policies policies;

    PostgresTicketFiles(Pool pool, Policies policies) {
        this.pool = pool;
        this.policies = policies;
    }

    @Override
    public Uni<List<TicketFact>> add(SqlConnection transaction, List<Arrival> arrivals) {
        return transaction
                .preparedQuery(Statements.ADD)
                .execute(Tuple.of(FactRows.write(arrivals)))
                .map(rows -> stream(rows).map(row -> row.getUUID("event_id")).collect(Collectors.toSet()))
                .map(filed -> arrivals.stream()
                        .map(Arrival::fact)
                        .filter(fact -> filed.contains(fact.provenance().eventId()))
                        .toList());
    }

    @Override
    public Uni<List<TicketFile>> read(SqlConnection transaction, Collection<TicketKey> tickets) {
        Tuple keys = Tuple.of(
                tickets.stream().map(key -> key.workspace().value()).toArray(UUID[]::new),
                tickets.stream().map(TicketKey::ticket).toArray(UUID[]::new));
        return Uni.combine()
                .all()
                .unis(
                        transaction.preparedQuery(Statements.READ_TICKETS).execute(keys),
                        transaction.preparedQuery(Statements.READ_FACTS).execute(keys),
                        transaction.preparedQuery(Statements.READ_CLOCKS).execute(keys))
                .with(PostgresTicketFiles::files);
    }

    private static List<TicketFile> files(RowSet<Row> tickets, RowSet<Row> facts, RowSet<Row> clocks) {
        Map<TicketKey, List<TicketFact>> factsOf =
                stream(facts).map(FactRows::read).collect(Collectors.groupingBy(TicketFact::ticket));
        Map<TicketKey, List<Notice>> noticesOf = stream(clocks)
                .collect(Collectors.groupingBy(
                        FactRows::key, Collectors.flatMapping(ClockRows::notices, Collectors.toList())));
        return stream(tickets)
                .map(row -> {
                    TicketKey key = FactRows.key(row);
                    return new TicketFile(
                            key,
                            row.getLong("judged_sequence"),
                            row.getLong("told_sequence"),
                            policy(row),
                            factsOf.getOrDefault(key, List.of()),
                            noticesOf.getOrDefault(key, List.of()));
                })
                .toList();
    }

    @Override
    public Uni<Void> keep(SqlConnection transaction, List<Settled> settled) {
        JsonArray tickets = new JsonArray();
        settled.forEach(one -> tickets.add(ticket(one)));
        return transaction
                .preparedQuery(Statements.KEEP)
                .execute(Tuple.of(tickets, ClockRows.write(settled)))
                .replaceWithVoid();
    }

    /** A ticket keeps the policy its clocks began under; without clocks it has none yet. */
    private static JsonObject ticket(Settled settled) {
        Optional<PolicyRef> policy = settled.reckoning().clocks().clocks().stream()
                .map(Clock::policy)
                .findFirst();
        return new JsonObject()
                .put("workspace_id", settled.key().workspace().value().toString())
                .put("ticket_id", settled.key().ticket().toString())
                .put("judged_sequence", settled.reckoning().judgedSequence())
                .put("told_sequence", settled.toldSequence())
                .put("policy_id", policy.map(ref -> ref.id().toString()).orElse(null))
                .put("policy_version", policy.map(PolicyRef::version).orElse(null))
                .put(
                        "next_mark_at",
                        settled.reckoning().nextMark().map(Instant::toString).orElse(null));
    }

    @Override
    public Uni<List<DueTicket>> claimDue(SqlConnection transaction, Instant now, Instant patience, int limit) {
        return transaction
                .preparedQuery(Statements.CLAIM_DUE)
                .execute(Tuple.of(utc(now), utc(patience), limit))
                .map(rows -> stream(rows)
                        .map(row -> new DueTicket(
                                FactRows.key(row),
                                row.getOffsetDateTime("until").toInstant()))
                        .toList());
    }

    @Override
    public Uni<Optional<Instant>> earliestMark() {
        return pool.preparedQuery(Statements.EARLIEST_MARK).execute().map(rows -> Optional.ofNullable(
                        rows.iterator().next().getOffsetDateTime(0))
                .map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<Optional<ClockSheet>> find(TicketKey key) {
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(Statements.FIND)
                                .execute(Tuple.of(key.workspace().value(), key.ticket())),
                        policies.of(pool, Set.of(key.workspace())))
                .with((rows, inForce) -> stream(rows)
                        .findFirst()
                        .map(first -> new ClockSheet(
                                first.getLong("judged_sequence"),
                                stream(rows)
                                        .filter(row -> row.getString("metric") != null)
                                        .map(ClockRows::read)
                                        .toList(),
                                inForce.terms(key.workspace(), policy(first)))));
    }

    @Override
    public Uni<Optional<TicketHistory>> history(TicketKey key) {
        Tuple id = Tuple.of(key.workspace().value(), key.ticket());
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(Statements.FIND_TICKET).execute(id),
                        pool.preparedQuery(Statements.FIND_FACTS).execute(id),
                        policies.of(pool, Set.of(key.workspace())))
                .with((tickets, facts, inForce) -> stream(tickets)
                        .findFirst()
                        .map(ticket -> new TicketHistory(
                                stream(facts).map(FactRows::read).toList(),
                                inForce.terms(key.workspace(), policy(ticket)))));
    }

    private static Optional<PolicyRef> policy(Row row) {
        @Nullable UUID id = row.getUUID("begun_policy_id");
        return id == null ? Optional.empty() : Optional.of(new PolicyRef(id, row.getInteger("begun_policy_version")));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
