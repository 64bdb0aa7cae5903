package io.omniflow.integration.thread;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.thread.domain.ThreadId;
import io.omniflow.integration.thread.domain.TicketThread;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Stores the wish for a thread, the delivery that will post its first message and the question to the ticket's owner, all at
 * once. Who asks again gets the thread there is; one that failed, was rejected or whose question got lost is started again.
 */
@ApplicationScoped
public class OpenThread {
    private static final String CHANNEL = "channelId";

    private final Connections connections;
    private final Threads threads;
    private final Deliveries deliveries;
    private final ThreadEvents events;
    private final Outbox outbox;
    private final Clock clock;

    OpenThread(
            Connections connections,
            Threads threads,
            Deliveries deliveries,
            ThreadEvents events,
            Outbox outbox,
            Clock clock) {
        this.connections = connections;
        this.threads = threads;
        this.deliveries = deliveries;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Over the workspace's oldest connection to Slack; empty when it has none. */
    public Uni<Optional<TicketThread>> openWhereConnected(
            SqlClient transaction, WorkspaceId workspace, UUID ticketId, String actor) {
        return connections
                .holdFirst(transaction, workspace, ExternalSystem.SLACK)
                .flatMap(found -> found.map(connection ->
                                open(transaction, connection, ticketId, actor).map(Optional::of))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    public Uni<TicketThread> open(
            SqlClient transaction, WorkspaceId workspace, UUID ticketId, ConnectionId connectionId, String actor) {
        return connections
                .hold(transaction, workspace, connectionId)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The connection")))
                .invoke(connection -> {
                    if (connection.terms().system() != ExternalSystem.SLACK) {
                        throw Problems.invalid("/connectionId", "Must be a connection to Slack");
                    }
                })
                .flatMap(connection -> open(transaction, connection, ticketId, actor));
    }

    private Uni<TicketThread> open(SqlClient transaction, Connection connection, UUID ticketId, String actor) {
        String channel = Objects.requireNonNull(connection.terms().settings().get(CHANNEL), CHANNEL);
        TicketThread wanted = TicketThread.wanted(
                connection.workspace(),
                new ThreadId(Ids.next()),
                ticketId,
                connection.id(),
                channel,
                Ids.next(),
                actor,
                clock.instant());
        return threads.add(transaction, wanted)
                .flatMap(added -> added ? start(transaction, wanted) : again(transaction, wanted));
    }

    private Uni<TicketThread> again(SqlClient transaction, TicketThread wanted) {
        return threads.ofTicket(transaction, wanted.workspace(), wanted.ticketId(), wanted.connectionId())
                .flatMap(found -> {
                    TicketThread existing = found.orElseThrow();
                    if (!existing.canBeAskedAgain(wanted.createdAt())) {
                        return Uni.createFrom().item(existing);
                    }
                    TicketThread asked =
                            existing.askedAgain(wanted.command(), wanted.requestedBy(), wanted.createdAt());
                    return threads.save(transaction, asked)
                            .flatMap(ours -> ours ? start(transaction, asked) : again(transaction, wanted));
                });
    }

    private Uni<TicketThread> start(SqlClient transaction, TicketThread thread) {
        Delivery delivery = Delivery.held(
                thread.workspace(),
                new DeliveryId(Ids.next()),
                thread.connectionId(),
                thread.ticketId(),
                thread.id().value(),
                Operation.POST_THREAD,
                thread.requestedBy(),
                thread.updatedAt());
        return deliveries
                .hold(transaction, delivery)
                .call(() -> outbox.append(transaction, List.of(events.ticketWanted(thread))))
                .replaceWith(thread);
    }
}
