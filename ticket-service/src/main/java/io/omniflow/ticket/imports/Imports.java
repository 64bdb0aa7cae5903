package io.omniflow.ticket.imports;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.ticket.imports.domain.History;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The stored imports. */
public interface Imports {
    Uni<Void> begin(WorkspaceId workspace, UUID importId, Origin origin);

    Uni<Void> stage(WorkspaceId workspace, UUID importId, List<StagedLine> lines);

    /** From here on the import runs by itself, whatever happens to whoever began it. */
    Uni<Void> staged(WorkspaceId workspace, UUID importId);

    Uni<Void> abandon(WorkspaceId workspace, UUID importId);

    Uni<Optional<ImportJob>> find(WorkspaceId workspace, UUID importId);

    /** Locks the oldest import that runs and that nobody works at. */
    Uni<Optional<ImportJob>> next(SqlConnection transaction);

    /** The histories of the next tickets of an import, the lines of one ticket together; by external id. */
    Uni<List<History>> take(SqlConnection transaction, ImportJob job, int tickets);

    /** What is known of the tickets with these external ids; their rows are locked. */
    Uni<Map<String, Known>> known(SqlConnection transaction, WorkspaceId workspace, Collection<String> externalIds);

    /** A ticket imported before and the identities of the entries it has taken. */
    record Known(Ticket ticket, Set<String> entries) {}

    /** Saves what one step of an import came to, beside the tickets. */
    Uni<Void> advance(SqlConnection transaction, ImportJob job, Progress progress);

    /** {@code externalIds} are done; {@code entries} were taken by tickets; {@code names} stand for ids. */
    record Progress(
            List<String> externalIds,
            long created,
            long changed,
            long unchanged,
            long facts,
            List<ImportJob.Problem> problems,
            Map<UUID, Set<String>> entries,
            Collection<Name> names) {}

    /** @param kind agent or team */
    record Name(String kind, UUID id, String name) {}

    Uni<Void> finish(SqlConnection transaction, ImportJob job);

    /** Removes what was left by imports that were never staged to their end. */
    Uni<Void> sweep();
}
