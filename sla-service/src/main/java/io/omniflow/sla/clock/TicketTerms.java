package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Circumstances;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Under which revision of its workspace's policies each ticket with clocks stands. */
public interface TicketTerms {

    /** A ticket by what it is measured now, and what it is like. */
    record Standing(TicketKey key, PolicyRef policy, Circumstances circumstances) {}

    /** Those of the tickets that stand under another revision, locked until the transaction ends. */
    Uni<List<Standing>> lockOthers(
            SqlConnection transaction, WorkspaceId workspace, Collection<UUID> tickets, int revision);

    /** Tickets that are not resolved and stand under another revision, locked; by id, those after {@code after}. */
    Uni<List<Standing>> lockUnresolved(
            SqlConnection transaction, WorkspaceId workspace, @Nullable UUID after, int revision, int limit);

    /** To be kept with the facts of these locked tickets. */
    Uni<Void> reapply(SqlConnection transaction, Collection<TicketKey> tickets, Reapplication reapplication);
}
