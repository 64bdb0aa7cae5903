package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.rule.domain.Calendar;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Copies of sla-service's calendars, as far as it has told of them. */
public interface Calendars {
    /** Those known and readable; nothing is read for no ids. */
    Uni<Map<UUID, Calendar>> some(SqlConnection transaction, WorkspaceId workspace, Collection<UUID> ids);

    /** As {@link #some(SqlConnection, WorkspaceId, Collection)}, on a connection of its own. */
    Uni<Map<UUID, Calendar>> some(WorkspaceId workspace, Collection<UUID> ids);

    /** @param told JSON values, as {@code POST /sla/calendars} takes them */
    Uni<Void> keep(SqlClient transaction, WorkspaceId workspace, UUID id, Map<String, Object> told);

    Uni<Void> forget(SqlClient transaction, WorkspaceId workspace, UUID id);
}
