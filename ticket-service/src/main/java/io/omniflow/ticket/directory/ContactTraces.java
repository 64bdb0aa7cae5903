package io.omniflow.ticket.directory;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.UUID;

/** What else is kept of a contact's details, by whoever keeps it. */
public interface ContactTraces {
    /**
     * Empties them, in the transaction that erases the contact.
     *
     * @return the contact's conversations, for others may keep what was said there
     */
    Uni<List<UUID>> erase(SqlConnection transaction, WorkspaceId workspace, UUID contact);
}
