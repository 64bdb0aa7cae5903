package io.omniflow.ticket.conversation.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.directory.ContactTraces;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The name and the addresses a conversation came with. */
@ApplicationScoped
class ConversationContacts implements ContactTraces {
    private static final String ERASE = """
            with emptied as (
              update conversation set contact_name = null, contact_email = null, contact_phone = null,
                version = version + 1
              where workspace_id = $1 and contact_id = $2
                and (contact_name is not null or contact_email is not null or contact_phone is not null))
            select id from conversation where workspace_id = $1 and contact_id = $2 order by opened_at, id
            """;

    @Override
    public Uni<List<UUID>> erase(SqlConnection transaction, WorkspaceId workspace, UUID contact) {
        return transaction
                .preparedQuery(ERASE)
                .execute(Tuple.of(workspace.value(), contact))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }
}
