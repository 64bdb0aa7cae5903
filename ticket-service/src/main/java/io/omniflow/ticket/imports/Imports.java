package io.omniflow.ticket.imports;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.ticket.imports.domain.History;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The stored imports. */
public interface Imports {
    Uni<Void> begin(SqlConnection transaction, WorkspaceId workspace, UUID importId, Origin origin);

    Uni<Void> stage(WorkspaceId workspace, UUID importId, List<StagedLine> lines);

    /** From here on the import runs by itself, whatever happens to whoever began it. */
    Uni<Void> staged(WorkspaceId workspace, UUID importId);

    Uni<Void> abandon(WorkspaceId workspace, UUID importId);

    /** Whether the call that was to stage an import still matters. */
    enum Staging {
        GOES_ON,
        CAME_TO_NOTHING
    }

    /**
     * Frees the idempotency key of an import that was refused as a whole, or whose replica died while staging it, and then
     * removes what is left of it.
     */
    Uni<Staging> release(WorkspaceId workspace, UUID importId, String operation, String key);

    Uni<Optional<ImportJob>> find(WorkspaceId workspace, UUID importId);

    /** Locks the oldest import that runs and that nobody works at, beside those that are set aside. */
    Uni<Optional<ImportJob>> next(SqlConnection transaction, Set<UUID> setAside);

    /** The next tickets of an import, by external id. */
    Uni<List<Pending>> pending(SqlConnection transaction, ImportJob job, int tickets);

    /** @param weight about the bytes of the facts its entries make, each of which tells the ticket's texts again */
    record Pending(String externalId, long entries, long weight) {}

    /** Their histories, the lines of one ticket together; by external id. */
    Uni<List<History>> take(SqlConnection transaction, ImportJob job, List<String> externalIds);

    /** What is known of the tickets with these histories, by external id; their rows are locked. */
    Uni<Map<String, Known>> known(SqlConnection transaction, WorkspaceId workspace, List<History> histories);

    /** A ticket imported before and the identities of those entries of its history that it has taken. */
    record Known(Ticket ticket, Set<String> entries) {}

    /** Saves what one step of an import came to, beside the tickets. */
    Uni<Void> advance(SqlConnection transaction, ImportJob job, Progress progress);

    /** {@code externalIds} are done; {@code entries} were taken by tickets. */
    record Progress(
            List<String> externalIds,
            long created,
            long changed,
            long unchanged,
            long facts,
            List<ImportJob.Problem> problems,
            Map<UUID, Set<String>> entries) {}

    Uni<Void> finish(SqlConnection transaction, ImportJob job);

    /** Removes what was left by imports that were never staged to their end. */
    Uni<Void> sweep();
}
