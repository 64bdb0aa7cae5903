package io.omniflow.ticket.directory;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored contacts. */
public interface Contacts {
    /** The contact with this id, else with this email, else with this number; else a new one. */
    Uni<UUID> recognise(SqlConnection transaction, WorkspaceId workspace, @Nullable UUID id, ContactDetails details);
}
