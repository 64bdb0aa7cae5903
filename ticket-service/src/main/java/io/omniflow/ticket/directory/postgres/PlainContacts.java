package io.omniflow.ticket.directory.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.directory.ContactDetails;
import io.omniflow.ticket.directory.Contacts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Replaced by the directory: it knows a contact again, no more. */
@ApplicationScoped
class PlainContacts implements Contacts {
    private static final String FIND = """
            select id from contact where workspace_id = $1
              and (id = $2 or ($2::uuid is null and (lower(email) = lower($3) or ($3::text is null and phone = $4))))
            order by id limit 1
            """;
    private static final String ADD = "insert into contact (workspace_id, id, name, email, phone)"
            + " values ($1, $2, $3, $4, $5) on conflict do nothing";

    @Override
    public Uni<UUID> recognise(
            SqlConnection transaction, WorkspaceId workspace, @Nullable UUID id, ContactDetails details) {
        return transaction
                .preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), id, details.email(), details.phone()))
                .flatMap(rows -> {
                    for (Row row : rows) {
                        return Uni.createFrom().item(row.getUUID("id"));
                    }
                    UUID fresh = id == null ? Ids.next() : id;
                    return transaction
                            .preparedQuery(ADD)
                            .execute(Tuple.of(
                                    workspace.value(), fresh, details.name(), details.email(), details.phone()))
                            .replaceWith(fresh);
                });
    }
}
