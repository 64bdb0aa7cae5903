package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.Arrival;
import io.omniflow.sla.clock.ClockSheet;
import io.omniflow.sla.clock.DueTicket;
import io.omniflow.sla.clock.MeasuredTicket;
import io.omniflow.sla.clock.Observations;
import io.omniflow.sla.clock.PinnedTerms;
import io.omniflow.sla.clock.Policies;
import io.omniflow.sla.clock.Settled;
import io.omniflow.sla.clock.TicketFact;
import io.omniflow.sla.clock.TicketFile;
import io.omniflow.sla.clock.TicketFiles;
import io.omniflow.sla.clock.TicketHistory;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.TicketTail;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Ticket files as rows of {@code ticket}, {@code ticket_fact} and {@code clock}; a batch is a handful of statements. */
@ApplicationScoped
class PostgresTicketFiles implements TicketFiles {
    private final Pool pool;
    private final Policies policies;
    private final FileReading reading;

    PostgresTicketFiles(Pool pool, Policies policies, Observations observations) {
        this.pool = pool;
        this.policies = policies;
        this.reading = new FileReading(observations);
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
        Tuple keys = keys(tickets);
        return Uni.combine()
                .all()
                .unis(
                        transaction.preparedQuery(Statements.READ_TICKETS).execute(keys),
                        transaction.preparedQuery(Statements.READ_FACTS).execute(keys),
                        transaction.preparedQuery(Statements.READ_CLOCKS).execute(keys))
                .with(reading::files);
    }

    @Override
    public Uni<List<TicketTail>> readTails(SqlConnection transaction, Collection<TicketKey> tickets) {
        Tuple keys = keys(tickets);
        return Uni.combine()
                .all()
                .unis(
                        transaction.preparedQuery(Statements.READ_TAILS).execute(keys),
                        transaction.preparedQuery(Statements.READ_TAIL_FACTS).execute(keys),
                        transaction.preparedQuery(Statements.READ_TAIL_CLOCKS).execute(keys))
                .with(reading::tails);
    }

    @Override
    public Uni<Void> keep(SqlConnection transaction, List<Settled> settled) {
        JsonArray tickets = new JsonArray();
        settled.forEach(one -> tickets.add(TicketRows.write(one)));
        return transaction
                .preparedQuery(Statements.KEEP)
                .execute(Tuple.of(tickets, ClockRows.write(settled)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<MeasuredTicket>> measuredBy(SqlConnection transaction, Collection<TicketKey> tickets) {
        return transaction
                .preparedQuery(Statements.MEASURED_BY)
                .execute(keys(tickets))
                .map(rows -> stream(rows)
                        .map(row -> new MeasuredTicket(
                                FactRows.key(row),
                                row.getInteger("terms_revision"),
                                new PolicyRef(row.getUUID("policy_id"), row.getInteger("policy_version"))))
                        .toList());
    }

    @Override
    public Uni<Void> postpone(SqlConnection transaction, Collection<TicketKey> tickets, Instant until) {
        return tickets.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .preparedQuery(Statements.POSTPONE)
                        .execute(keys(tickets).addValue(utc(until)))
                        .replaceWithVoid();
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
        return pool.preparedQuery(Statements.FIND)
                .execute(Tuple.of(key.workspace().value(), key.ticket()))
                .flatMap(rows -> {
                    List<Row> clocks = stream(rows)
                            .filter(row -> row.getString("metric") != null)
                            .toList();
                    Set<Integer> revisions =
                            clocks.stream().map(ClockRows::revision).collect(Collectors.toSet());
                    return policies.of(pool, Map.of(key.workspace(), revisions)).map(inForce -> stream(rows)
                            .findFirst()
                            .map(first -> new ClockSheet(
                                    first.getLong("judged_sequence"),
                                    clocks.stream()
                                            .map(row -> ClockRows.read(
                                                    row,
                                                    inForce.terms(
                                                            key.workspace(), OptionalInt.of(ClockRows.revision(row)))))
                                            .toList())));
                });
    }

    @Override
    public Uni<Optional<TicketHistory>> history(TicketKey key) {
        Tuple id = Tuple.of(key.workspace().value(), key.ticket());
        return Uni.combine()
                .all()
                .unis(
                        pool.preparedQuery(Statements.FIND_TICKET).execute(id),
                        pool.preparedQuery(Statements.FIND_FACTS).execute(id))
                .asTuple()
                .flatMap(read -> {
                    Optional<PinnedTerms> pinned =
                            stream(read.getItem1()).findFirst().map(TicketRows::pinned);
                    return policies.of(
                                    pool,
                                    Map.of(
                                            key.workspace(),
                                            pinned.map(PinnedTerms::revisions).orElse(Set.of())))
                            .map(inForce -> pinned.map(terms -> new TicketHistory(
                                    stream(read.getItem2()).map(FactRows::read).toList(),
                                    terms.in(inForce, key.workspace()))));
                });
    }

    private static Tuple keys(Collection<TicketKey> tickets) {
        return Tuple.of(
                tickets.stream().map(key -> key.workspace().value()).toArray(UUID[]::new),
                tickets.stream().map(TicketKey::ticket).toArray(UUID[]::new));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
