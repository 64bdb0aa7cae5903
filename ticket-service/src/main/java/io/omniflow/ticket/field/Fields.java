package io.omniflow.ticket.field;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.field.domain.DefinedFields;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The custom fields of workspaces, remembered for two seconds. What is refused is refused by the definitions as they are; what
 * fits may fit them as they were two seconds ago.
 */
public interface Fields {
    /** Definitions among which these keys are, if they are defined at all; nothing is read for no keys. */
    Uni<DefinedFields> knowing(SqlClient client, WorkspaceId workspace, Collection<String> keys);

    /** As {@link #knowing}, on a connection of its own. */
    Uni<DefinedFields> knowing(WorkspaceId workspace, Collection<String> keys);

    /** As the transaction sees them, with what it has defined itself; not remembered. */
    Uni<DefinedFields> within(SqlConnection transaction, WorkspaceId workspace);

    /** The values in the form they are kept in. Fails with 422 and a pointer to each field whose value does not fit. */
    Uni<Map<String, @Nullable Object>> checked(
            SqlClient client, WorkspaceId workspace, Function<DefinedFields, DefinedFields.Judged> judge);

    /** After a change of definitions: this replica reads them again. */
    void forget(WorkspaceId workspace);
}
