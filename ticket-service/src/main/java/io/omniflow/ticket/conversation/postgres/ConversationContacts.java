package io.omniflow.ticket.conversation.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.directory.ContactTraces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The name and the addresses a conversation came with. */
@ApplicationScoped
class ConversationContacts implements ContactTraces {
    private static final String ERASE = """
            update conversation set contact_name = null, contact_email = null, contact_phone = null, version = version + 1
            where workspace_id = $1 and contact_id = $2
              and (contact_name is not null or contact_email is not null or contact_phone is not null)
            """;

    @Override
    public Uni<Void> erase(SqlConnection transaction, WorkspaceId workspace, UUID contact) {
        return transaction
                .preparedQuery(ERASE)
                .execute(Tuple.of(workspace.value(), contact))
                .replaceWithVoid();
    }
}
