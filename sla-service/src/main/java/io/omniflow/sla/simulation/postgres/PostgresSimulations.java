package io.omniflow.sla.simulation.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.policy.SketchText;
import io.omniflow.sla.simulation.Simulation;
import io.omniflow.sla.simulation.Simulations;
import io.omniflow.sla.simulation.Wish;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Simulations as rows of {@code simulation}, what they found as rows of {@code simulation_difference}. */
@ApplicationScoped
class PostgresSimulations implements Simulations {
    private final Pool pool;
    private final SketchText sketches;

    PostgresSimulations(Pool pool, SketchText sketches) {
        this.pool = pool;
        this.sketches = sketches;
    }

    @Override
    public Uni<Void> begin(SqlConnection transaction, Simulation simulation) {
        Wish wish = simulation.wish();
        return run(
                transaction,
                SimulationStatements.BEGIN,
                key(simulation)
                        .addString(SimulationRows.word(simulation.state()))
                        .addJsonObject(new JsonObject(sketches.write(wish.sketch())))
                        .addString(SimulationRows.word(wish.scope()))
                        .addOffsetDateTime(utc(wish.period().from()))
                        .addOffsetDateTime(utc(wish.period().to()))
                        .addOffsetDateTime(utc(wish.asOf()))
                        .addString(simulation.createdBy())
                        .addOffsetDateTime(utc(simulation.createdAt()))
                        .addOffsetDateTime(utc(simulation.place().createdAt()))
                        .addUUID(simulation.place().ticket())
                        .addJsonObject(TallyJson.write(simulation.tally())));
    }

    @Override
    public Uni<Integer> open(SqlConnection transaction, WorkspaceId workspace) {
        return transaction
                .preparedQuery(SimulationStatements.COUNT_OPEN)
                .execute(Tuple.of(workspace.value()))
                .map(rows -> rows.iterator().next().getInteger(0));
    }

    @Override
    public Uni<Optional<Simulation>> find(WorkspaceId workspace, UUID id) {
        return pool.preparedQuery(SimulationStatements.FIND)
                .execute(Tuple.of(workspace.value(), id))
                .map(this::first);
    }

    @Override
    public Uni<List<Difference>> differences(WorkspaceId workspace, UUID id, @Nullable Spot after, int limit) {
        Tuple values = Tuple.of(workspace.value(), id, limit);
        String sql = SimulationStatements.FIRST_DIFFERENCES;
        if (after != null) {
            sql = SimulationStatements.NEXT_DIFFERENCES;
            values.addUUID(after.ticket())
                    .addString(SimulationRows.word(after.metric()))
                    .addInteger(after.cycle());
        }
        return pool.preparedQuery(sql)
                .execute(values)
                .map(rows -> stream(rows).map(SimulationRows::difference).toList());
    }

    @Override
    public Uni<Void> cancel(WorkspaceId workspace, UUID id, Instant at) {
        return run(pool, SimulationStatements.CANCEL, Tuple.of(workspace.value(), id, utc(at)));
    }

    @Override
    public Uni<Optional<Simulation>> next(SqlConnection transaction, Collection<UUID> setAside) {
        UUID[] others = setAside.toArray(UUID[]::new);
        return transaction
                .preparedQuery(SimulationStatements.NEXT)
                .execute(Tuple.of(others))
                .map(this::first);
    }

    @Override
    public Uni<Void> run(SqlConnection transaction, Simulation simulation, Instant at) {
        return run(
                transaction,
                SimulationStatements.RUN,
                period(simulation).addUUID(simulation.id()).addOffsetDateTime(utc(at)));
    }

    @Override
    public Uni<List<Candidate>> candidates(SqlConnection transaction, Simulation simulation, int limit) {
        return transaction
                .preparedQuery(SimulationStatements.CANDIDATES)
                .execute(period(simulation)
                        .addOffsetDateTime(utc(simulation.place().createdAt()))
                        .addUUID(simulation.place().ticket())
                        .addInteger(limit))
                .map(rows -> stream(rows)
                        .map(row -> new Candidate(
                                new Simulation.Place(row.getOffsetDateTime("at").toInstant(), row.getUUID("ticket_id")),
                                row.getLong("judged_sequence")))
                        .toList());
    }

    @Override
    public Uni<Void> advance(SqlConnection transaction, Simulation simulation, Progress progress, Instant at) {
        return run(
                transaction,
                SimulationStatements.ADVANCE,
                key(simulation)
                        .addLong((long) progress.done())
                        .addOffsetDateTime(utc(progress.place().createdAt()))
                        .addUUID(progress.place().ticket())
                        .addJsonObject(TallyJson.write(progress.tally()))
                        .addJsonArray(SimulationRows.write(progress.differences()))
                        .addOffsetDateTime(utc(at))
                        .addLong((long) progress.leftOut()));
    }

    @Override
    public Uni<Void> finish(SqlConnection transaction, Simulation simulation, Instant at) {
        return run(transaction, SimulationStatements.FINISH, key(simulation).addOffsetDateTime(utc(at)));
    }

    @Override
    public Uni<Void> fail(SqlConnection transaction, Simulation simulation, String problem, Instant at) {
        return run(
                transaction,
                SimulationStatements.FAIL,
                key(simulation).addOffsetDateTime(utc(at)).addString(problem));
    }

    @Override
    public Uni<Integer> remove(Instant before, int most) {
        return pool.preparedQuery(SimulationStatements.REMOVE)
                .execute(Tuple.of(utc(before), most))
                .map(RowSet::rowCount);
    }

    private Optional<Simulation> first(RowSet<Row> rows) {
        return stream(rows).findFirst().map(row -> SimulationRows.read(row, sketches));
    }

    private static Tuple key(Simulation simulation) {
        return Tuple.of(simulation.workspace().value(), simulation.id());
    }

    private static Tuple period(Simulation simulation) {
        return Tuple.of(
                simulation.workspace().value(),
                utc(simulation.wish().period().from()),
                utc(simulation.wish().period().to()));
    }

    private static Uni<Void> run(SqlClient client, String sql, Tuple values) {
        return client.preparedQuery(sql).execute(values).replaceWithVoid();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
