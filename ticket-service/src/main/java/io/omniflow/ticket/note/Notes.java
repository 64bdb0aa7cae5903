package io.omniflow.ticket.note;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored notes. Writes belong into the transaction that holds the ticket's row. */
public interface Notes {
    /** One statement for all of them. */
    Uni<Void> add(SqlConnection transaction, WorkspaceId workspace, List<Note> notes);

    Uni<Void> replace(SqlConnection transaction, WorkspaceId workspace, Note note);

    Uni<Void> remove(SqlConnection transaction, WorkspaceId workspace, Note note);

    Uni<Optional<Note>> find(SqlConnection transaction, WorkspaceId workspace, UUID ticketId, UUID noteId);

    Uni<Optional<Note>> read(WorkspaceId workspace, UUID ticketId, UUID noteId);

    /** Newest first, older than the note {@code before}. */
    Uni<List<Note>> of(WorkspaceId workspace, UUID ticketId, @Nullable UUID before, int limit);
}
