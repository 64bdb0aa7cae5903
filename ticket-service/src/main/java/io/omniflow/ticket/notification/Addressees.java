package io.omniflow.ticket.notification;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.notification.domain.Mentionable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who there is to be told. */
public interface Addressees {
    /** A ticket, for what another workspace calls the same is something else. */
    record OfTicket(WorkspaceId workspace, UUID ticket) {}

    /** Those who are active, of the ticket's assignee, who must be allowed to see it, and its team's lead. */
    record Responsible(Optional<UUID> assignee, Optional<UUID> lead) {}

    /** The active agents. */
    Uni<List<Mentionable>> mentionable(SqlConnection transaction, WorkspaceId workspace);

    /** As the tickets are now; what is not there is left out. */
    Uni<Map<OfTicket, Responsible>> responsible(SqlConnection transaction, Collection<OfTicket> tickets);
}
