package io.omniflow.integration.link;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored links. */
public interface Links {
    /** False when the ticket has such a link over the connection already; then nothing is stored. */
    Uni<Boolean> add(SqlClient transaction, Link link);

    /** Stores the next version; false when the stored one is not the version before it. */
    Uni<Boolean> save(SqlClient transaction, Link link);

    Uni<Void> remove(SqlClient transaction, WorkspaceId workspace, LinkId id);

    /** @param target what the issue was named by; null for the one made for the ticket */
    Uni<Optional<Link>> ofTicket(
            SqlClient transaction,
            WorkspaceId workspace,
            UUID ticketId,
            ConnectionId connectionId,
            @Nullable String target);

    /** Locked until the transaction ends. */
    Uni<Optional<Link>> findForChange(SqlClient transaction, WorkspaceId workspace, LinkId id);

    Uni<Optional<Link>> find(WorkspaceId workspace, LinkId id);

    /** Of one ticket or of all, oldest first, those after {@code after}. */
    Uni<List<Link>> list(WorkspaceId workspace, @Nullable UUID ticketId, @Nullable LinkId after, int limit);

    /** Whether the ticket is tied to that issue of the connection by another link. */
    Uni<Boolean> tiedByAnother(SqlClient transaction, Link link, String issueId);
}
