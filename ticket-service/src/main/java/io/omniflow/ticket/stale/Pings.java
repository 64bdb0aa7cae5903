package io.omniflow.ticket.stale;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A way to reach an agent, such that it has been told when the transaction is committed. */
public interface Pings {
    /**
     * @param cause the command: the same one tells an agent once
     * @param data what the notice says beside the ticket, as JSON values
     */
    record Ping(WorkspaceId workspace, Ticket ticket, Instant at, String actor, UUID cause, Map<String, Object> data) {}

    /** The first of the agents that could be told; empty when none could. */
    Uni<Optional<UUID>> deliver(SqlConnection transaction, Stream<UUID> agents, Ping ping);
}
