package io.omniflow.merge.merging;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.merging.domain.Merge;
import io.omniflow.merge.merging.domain.MergeState;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The merges there are, and the commands that were sent for them. */
public interface Merges {
    /** Adds a new one with the command that asks for it. */
    Uni<Void> add(SqlConnection transaction, Merge merge, Command command);

    /** Until the end of the transaction nobody else changes it. */
    Uni<Optional<Merge>> lock(SqlConnection transaction, Id id);

    /** Those that are there, locked one after the other in the order of their ids, so that two batches do not lock each other out. */
    Uni<List<Merge>> lock(SqlConnection transaction, Collection<Id> ids);

    /** Which merges the commands with these ids were sent for. */
    Uni<Map<Id, Id>> ofCommands(SqlConnection transaction, Collection<Id> commands);

    /** Saves locked ones. */
    Uni<Void> save(SqlConnection transaction, List<Merge> merges);

    /** Takes note of commands that go out with this transaction, for locked merges. */
    Uni<Void> sent(SqlConnection transaction, List<Sent> commands);

    /** The merge that made this ticket part of another one and holds, or is about to be undone. */
    Uni<Optional<UUID>> holding(SqlConnection transaction, WorkspaceId workspace, UUID source);

    /** Locks some of those, in any workspace, whose command is to be repeated by now; passes over what another replica has locked. */
    Uni<List<Sent>> lockUnanswered(SqlConnection transaction, Instant now, int limit);

    Uni<Optional<Merge>> byId(Id id);

    /**
     * Newest first.
     *
     * @param below where the page before ended
     */
    Uni<List<Merge>> matching(WorkspaceId workspace, Filter filter, @Nullable UUID below, int limit);

    /** An id within its workspace, of a merge or a command. */
    record Id(WorkspaceId workspace, UUID value) {
        public static Id of(Merge merge) {
            return new Id(merge.workspace(), merge.id());
        }
    }

    /**
     * @param correlationId of the request that asked for it
     * @param copies how often it was sent
     * @param repeatAt when it is sent again if there is no answer
     */
    record Command(UUID id, String correlationId, int copies, Instant repeatAt) {}

    record Sent(Merge merge, Command command) {}

    /** @param ticket source or destination */
    record Filter(@Nullable UUID ticket, MergeState.@Nullable Stage stage) {}
}
