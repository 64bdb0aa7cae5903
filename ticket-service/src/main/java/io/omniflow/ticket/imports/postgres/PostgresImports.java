package io.omniflow.ticket.imports.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.ticket.imports.ImportJob;
import io.omniflow.ticket.imports.Imports;
import io.omniflow.ticket.imports.StagedLine;
import io.omniflow.ticket.imports.domain.History;
import io.omniflow.ticket.lifecycle.TicketsInBulk;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresImports implements Imports {
    private final ImportStatements sql = new ImportStatements();
    private final Pool pool;
    private final TicketsInBulk tickets;

    PostgresImports(Pool pool, TicketsInBulk tickets) {
        this.pool = pool;
        this.tickets = tickets;
    }

    @Override
    public Uni<Void> begin(SqlConnection transaction, WorkspaceId workspace, UUID importId, Origin origin) {
        return run(
                transaction, sql.begin, Tuple.of(workspace.value(), importId, origin.actor(), origin.correlationId()));
    }

    @Override
    public Uni<Void> stage(WorkspaceId workspace, UUID importId, List<StagedLine> lines) {
        JsonArray readable = new JsonArray();
        JsonArray unreadable = new JsonArray();
        for (StagedLine line : lines) {
            switch (line) {
                case StagedLine.Taken(long ordinal, int _, History history) ->
                    readable.add(new JsonObject()
                            .put("ordinal", ordinal)
                            .put("external_id", history.externalId())
                            .put("body", HistoryJson.write(history)));
                case StagedLine.LeftOut(long ordinal, String reason) ->
                    unreadable.add(new JsonObject().put("ordinal", ordinal).put("detail", reason));
            }
        }
        return run(pool, sql.stage, Tuple.of(workspace.value(), importId, readable, unreadable, lines.size()));
    }

    @Override
    public Uni<Void> staged(WorkspaceId workspace, UUID importId) {
        return run(pool, sql.staged, Tuple.of(workspace.value(), importId));
    }

    @Override
    public Uni<Void> abandon(WorkspaceId workspace, UUID importId) {
        return run(pool, sql.abandon, Tuple.of(workspace.value(), importId));
    }

    @Override
    public Uni<Staging> release(WorkspaceId workspace, UUID importId, String operation, String key) {
        return pool.preparedQuery(sql.release)
                .execute(Tuple.of(workspace.value(), importId, operation, key))
                .map(freed -> freed.rowCount() == 0 ? Staging.GOES_ON : Staging.CAME_TO_NOTHING);
    }

    @Override
    public Uni<Optional<ImportJob>> find(WorkspaceId workspace, UUID importId) {
        return pool.preparedQuery(sql.find)
                .execute(Tuple.of(workspace.value(), importId))
                .map(PostgresImports::job);
    }

    @Override
    public Uni<Optional<ImportJob>> next(SqlConnection transaction, Set<UUID> setAside) {
        UUID[] others = setAside.toArray(UUID[]::new);
        return transaction.preparedQuery(sql.next).execute(Tuple.of(others)).map(PostgresImports::job);
    }

    @Override
    public Uni<List<Pending>> pending(SqlConnection transaction, ImportJob job, int most) {
        return transaction
                .preparedQuery(sql.pending)
                .execute(key(job).addInteger(most))
                .map(rows -> {
                    List<Pending> pending = new ArrayList<>(rows.size());
                    rows.forEach(row -> pending.add(new Pending(row.getString(0), row.getLong(1), row.getLong(2))));
                    return pending;
                });
    }

    @Override
    public Uni<List<History>> take(SqlConnection transaction, ImportJob job, List<String> externalIds) {
        return transaction
                .preparedQuery(sql.take)
                .execute(key(job).addArrayOfString(externalIds.toArray(String[]::new)))
                .map(rows -> {
                    Map<String, History> histories = new LinkedHashMap<>();
                    rows.forEach(row -> {
                        History history = HistoryJson.read(row.getJsonObject("body"));
                        histories.merge(history.externalId(), history, History::followedBy);
                    });
                    return List.copyOf(histories.values());
                });
    }

    @Override
    public Uni<Map<String, Known>> known(SqlConnection transaction, WorkspaceId workspace, List<History> histories) {
        List<String> externalIds = histories.stream().map(History::externalId).toList();
        return tickets.lockByExternalId(transaction, workspace, externalIds)
                .flatMap(found -> found.isEmpty()
                        ? Uni.createFrom().item(Map.of())
                        : known(transaction, workspace, histories, found));
    }

    private Uni<Map<String, Known>> known(
            SqlConnection transaction, WorkspaceId workspace, List<History> histories, List<Ticket> found) {
        Map<String, UUID> ids = new HashMap<>();
        found.forEach(ticket ->
                ids.put(String.valueOf(ticket.externalId()), ticket.id().value()));
        List<UUID> owners = new ArrayList<>();
        List<String> told = new ArrayList<>();
        for (History history : histories) {
            @Nullable UUID id = ids.get(history.externalId());
            if (id != null) {
                history.entries().forEach(entry -> {
                    owners.add(id);
                    told.add(entry.identity());
                });
            }
        }
        return transaction
                .preparedQuery(sql.entries)
                .execute(Tuple.of(workspace.value(), owners.toArray(UUID[]::new), told.toArray(String[]::new)))
                .map(rows -> {
                    Map<UUID, Set<String>> entries = new HashMap<>();
                    rows.forEach(row -> entries.computeIfAbsent(row.getUUID(0), fresh -> new HashSet<>())
                            .add(row.getString(1)));
                    Map<String, Known> known = new HashMap<>();
                    found.forEach(ticket -> known.put(
                            String.valueOf(ticket.externalId()),
                            new Known(ticket, entries.getOrDefault(ticket.id().value(), Set.of()))));
                    return known;
                });
    }

    @Override
    public Uni<Void> advance(SqlConnection transaction, ImportJob job, Progress progress) {
        JsonArray problems = new JsonArray();
        progress.problems()
                .forEach(problem -> problems.add(new JsonObject()
                        .put("external_id", problem.externalId())
                        .put("detail", problem.detail())));
        JsonArray entries = new JsonArray();
        progress.entries()
                .forEach((ticket, identities) -> identities.forEach(identity -> entries.add(
                        new JsonObject().put("ticket_id", ticket.toString()).put("fingerprint", identity))));
        return run(
                transaction,
                sql.advance,
                key(job).addLong(progress.created())
                        .addLong(progress.changed())
                        .addLong(progress.unchanged())
                        .addLong(progress.facts())
                        .addArrayOfString(progress.externalIds().toArray(String[]::new))
                        .addJsonArray(problems)
                        .addJsonArray(entries));
    }

    @Override
    public Uni<Void> finish(SqlConnection transaction, ImportJob job) {
        return run(transaction, sql.finish, key(job));
    }

    @Override
    public Uni<Void> sweep() {
        return pool.query(sql.sweep).execute().replaceWithVoid();
    }

    private static Uni<Void> run(SqlClient client, String statement, Tuple parameters) {
        return client.preparedQuery(statement).execute(parameters).replaceWithVoid();
    }

    private static Tuple key(ImportJob job) {
        return Tuple.of(job.workspace().value(), job.id());
    }

    private static Optional<ImportJob> job(RowSet<Row> rows) {
        for (Row row : rows) {
            return Optional.of(ImportRows.job(row));
        }
        return Optional.empty();
    }
}
