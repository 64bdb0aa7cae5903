package io.omniflow.ticket.merge.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.Merges;
import io.omniflow.ticket.merge.domain.Merging;
import io.omniflow.ticket.merge.domain.Traces;
import io.omniflow.ticket.merge.domain.Undoing;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PostgresMerges implements Merges {
    private final Pool pool;

    PostgresMerges(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Ground> ground(
            SqlConnection transaction, WorkspaceId workspace, UUID destination, Collection<UUID> sources) {
        return read(transaction, workspace, destination, sources);
    }

    @Override
    public Uni<Ground> ground(WorkspaceId workspace, UUID destination, Collection<UUID> sources) {
        return read(pool, workspace, destination, sources);
    }

    private static Uni<Ground> read(
            SqlClient client, WorkspaceId workspace, UUID destination, Collection<UUID> sources) {
        return client.preparedQuery(MergeSql.GROUND)
                .execute(Tuple.of(workspace.value(), destination, sources.toArray(UUID[]::new)))
                .map(rows -> MergeRows.ground(rows.iterator().next()));
    }

    @Override
    public Uni<Optional<Standing>> find(SqlConnection transaction, WorkspaceId workspace, UUID mergeId) {
        return transaction
                .preparedQuery(MergeSql.FIND)
                .execute(Tuple.of(workspace.value(), mergeId))
                .map(rows -> {
                    for (Row row : rows) {
                        return Optional.of(MergeRows.standing(row));
                    }
                    return Optional.empty();
                });
    }

    @Override
    public Uni<Void> carryOut(SqlConnection transaction, WorkspaceId workspace, Merging.Merged merged, Instant at) {
        List<UUID> conversations = new ArrayList<>();
        List<UUID> notes = new ArrayList<>();
        merged.brought().forEach(brought -> {
            conversations.addAll(brought.load().conversationIds());
            notes.addAll(brought.load().noteIds());
        });
        UUID[] sources = ids(merged.sources());
        return transaction
                .preparedQuery(MergeSql.CARRY_OUT)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(merged.mergeId())
                        .addUUID(merged.destination().ticket().id().value())
                        .addOffsetDateTime(utc(at))
                        .addValue(MergeRows.sources(merged.brought()))
                        .addValue(MergeRows.items(merged.brought()))
                        .addValue(MergeRows.grants(merged))
                        .addValue(sources)
                        .addValue(conversations.toArray(UUID[]::new)))
                .chain(() -> notes.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : words(transaction, workspace, merged.sources(), merged.destination()));
    }

    @Override
    public Uni<Void> takeBack(SqlConnection transaction, WorkspaceId workspace, Undoing.Undone undone, Instant at) {
        return transaction
                .preparedQuery(MergeSql.TAKE_BACK)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(undone.mergeId())
                        .addUUID(undone.destination().ticket().id().value())
                        .addOffsetDateTime(utc(at))
                        .addValue(ids(undone.sources()))
                        .addValue(MergeRows.back(undone.back())))
                .chain(() -> words(transaction, workspace, undone.sources(), undone.destination()));
    }

    @Override
    public Uni<Void> heed(SqlConnection transaction, WorkspaceId workspace, Traces traces) {
        return transaction
                .preparedQuery(MergeSql.HEED)
                .execute(Tuple.tuple()
                        .addUUID(workspace.value())
                        .addUUID(traces.ticket().value())
                        .addValue(MergeRows.parts(traces.settled()))
                        .addValue(traces.unlinked().toArray(UUID[]::new))
                        .addValue(traces.answered().toArray(UUID[]::new))
                        .addOffsetDateTime(utc(traces.at())))
                .replaceWithVoid();
    }

    private static Uni<Void> words(
            SqlConnection transaction, WorkspaceId workspace, List<Accepted> sources, Accepted destination) {
        List<Accepted> all = new ArrayList<>(sources);
        all.add(destination);
        return transaction
                .preparedQuery(MergeSql.WORDS)
                .execute(Tuple.of(workspace.value(), ids(all)))
                .replaceWithVoid();
    }

    private static UUID[] ids(List<Accepted> tickets) {
        return tickets.stream()
                .map(accepted -> accepted.ticket().id())
                .map(TicketId::value)
                .toArray(UUID[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
