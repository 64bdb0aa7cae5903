package io.omniflow.merge.merging.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.merging.Merges;
import io.omniflow.merge.merging.domain.Merge;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresMerges implements Merges {
    private static final String READ = "select " + MergeRows.COLUMNS + " from merge m ";

    private final Pool pool;

    PostgresMerges(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(SqlConnection transaction, Merge merge, Command command) {
        Tuple tuple = Tuple.tuple()
                .addUUID(merge.workspace().value())
                .addUUID(merge.id())
                .addArrayOfUUID(merge.wish().sources().toArray(UUID[]::new))
                .addUUID(merge.wish().destination())
                .addString(merge.wish().reason())
                .addString(merge.asked().actor())
                .addOffsetDateTime(StateColumns.utc(merge.asked().at()))
                .addJsonArray(AnswersJson.of(merge.answers()))
                .addLong(merge.version())
                .addUUID(command.id())
                .addString(command.correlationId())
                .addInteger(command.copies())
                .addOffsetDateTime(StateColumns.utc(command.repeatAt()));
        StateColumns.of(merge.state()).addTo(tuple);
        return transaction.preparedQuery(MergeStatements.ADD).execute(tuple).replaceWithVoid();
    }

    @Override
    public Uni<Optional<Merge>> lock(SqlConnection transaction, Id id) {
        return lock(transaction, List.of(id)).map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Merge>> lock(SqlConnection transaction, Collection<Id> ids) {
        return transaction
                .preparedQuery(READ + MergeStatements.LOCKED)
                .execute(MergeRows.ids(ids))
                .map(MergeRows::all);
    }

    @Override
    public Uni<Map<Id, Id>> ofCommands(SqlConnection transaction, Collection<Id> commands) {
        return transaction
                .preparedQuery(MergeStatements.OF_COMMANDS)
                .execute(MergeRows.ids(commands))
                .map(rows -> {
                    Map<Id, Id> merges = new HashMap<>();
                    for (Row row : rows) {
                        WorkspaceId workspace = new WorkspaceId(row.getUUID("workspace_id"));
                        merges.put(new Id(workspace, row.getUUID("id")), new Id(workspace, row.getUUID("merge_id")));
                    }
                    return merges;
                });
    }

    @Override
    public Uni<Void> save(SqlConnection transaction, List<Merge> merges) {
        if (merges.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> tuples = new ArrayList<>(merges.size());
        for (Merge merge : merges) {
            Tuple tuple = Tuple.tuple()
                    .addUUID(merge.workspace().value())
                    .addUUID(merge.id())
                    .addJsonArray(AnswersJson.of(merge.answers()))
                    .addLong(merge.version());
            StateColumns.of(merge.state()).addTo(tuple);
            tuples.add(tuple);
        }
        return transaction
                .preparedQuery(MergeStatements.SAVE)
                .executeBatch(tuples)
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> sent(SqlConnection transaction, List<Sent> commands) {
        return transaction
                .preparedQuery(MergeStatements.SENT)
                .executeBatch(commands.stream()
                        .map(sent -> Tuple.tuple()
                                .addUUID(sent.merge().workspace().value())
                                .addUUID(sent.merge().id())
                                .addUUID(sent.command().id())
                                .addString(sent.command().correlationId())
                                .addInteger(sent.command().copies())
                                .addOffsetDateTime(
                                        StateColumns.utc(sent.command().repeatAt())))
                        .toList())
                .replaceWithVoid();
    }

    @Override
    public Uni<Optional<UUID>> holding(SqlConnection transaction, WorkspaceId workspace, UUID source) {
        return transaction
                .preparedQuery(MergeStatements.HOLDING)
                .execute(Tuple.of(workspace.value(), source))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(row.getUUID("id"));
                    }
                    return Optional.empty();
                });
    }

    @Override
    public Uni<List<Sent>> lockUnanswered(SqlConnection transaction, Instant now, int limit) {
        return transaction
                .preparedQuery(READ + MergeStatements.UNANSWERED)
                .execute(Tuple.of(StateColumns.utc(now), limit))
                .map(rows -> {
                    List<Sent> unanswered = new ArrayList<>(rows.size());
                    rows.forEach(row -> unanswered.add(MergeRows.sent(row)));
                    return unanswered;
                });
    }

    @Override
    public Uni<Optional<Merge>> byId(Id id) {
        return pool.preparedQuery(READ + "where m.workspace_id = $1 and m.id = $2")
                .execute(Tuple.of(id.workspace().value(), id.value()))
                .map(PostgresMerges::first);
    }

    @Override
    public Uni<List<Merge>> matching(WorkspaceId workspace, Filter filter, @Nullable UUID below, int limit) {
        MergeStatements.Listing listing = MergeStatements.listing(workspace, filter, below, limit);
        return pool.preparedQuery(READ + listing.text())
                .execute(listing.values())
                .map(MergeRows::all);
    }

    private static Optional<Merge> first(RowSet<Row> rows) {
        return MergeRows.all(rows).stream().findFirst();
    }
}
