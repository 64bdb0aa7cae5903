package io.omniflow.integration.sync;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.sync.domain.TicketNews;
import io.omniflow.integration.sync.domain.TiedLink;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What is stored of links and what their sides agreed on. */
public interface Ties {
    /** Begins a link's tie, if the link still waits for this answer; one that began before begins anew. */
    Uni<Void> begin(SqlClient transaction, TicketNews.Reported reported);

    /** Of the tickets of that news, locked until the transaction ends. */
    Uni<List<TiedLink>> ofTicketsForChange(SqlClient transaction, Collection<TicketNews> news);

    /** Locked until the transaction ends. */
    Uni<Optional<TiedLink>> findForChange(SqlClient transaction, WorkspaceId workspace, LinkId link);

    Uni<Optional<TiedLink>> find(WorkspaceId workspace, LinkId link);

    Uni<Void> save(SqlClient transaction, Collection<TiedLink> changed);

    /** Those whose issue that is, of a connection. */
    Uni<List<TiedLink>> ofIssue(SqlClient transaction, WorkspaceId workspace, ConnectionId connection, String issueId);

    /**
     * Takes links of all workspaces whose issue is due to be read again.
     *
     * @param next when they are due after that
     */
    Uni<List<TiedLink>> takeDue(SqlClient transaction, Instant now, Instant next, int most);

    /** Takes note of a comment at a link's issue; false when it was known. */
    Uni<Boolean> rememberComment(SqlClient transaction, WorkspaceId workspace, LinkId link, String commentId);
}
