package io.omniflow.integration.link;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.LinkState;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Stores the wish for an issue, new or existing, the delivery that will make or tie it and the question to the ticket's owner, all at once. Who
 * asks again gets the link there is; one that failed, was rejected or whose question got lost is started again under its
 * old ids.
 */
@ApplicationScoped
public class RequestLink {
    private final Connections connections;
    private final Links links;
    private final Deliveries deliveries;
    private final LinkEvents events;
    private final Outbox outbox;
    private final Clock clock;

    RequestLink(
            Connections connections,
            Links links,
            Deliveries deliveries,
            LinkEvents events,
            Outbox outbox,
            Clock clock) {
        this.connections = connections;
        this.links = links;
        this.deliveries = deliveries;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param target what an existing issue is named by; null when one is to be made */
    public Uni<Link> request(
            SqlClient transaction,
            WorkspaceId workspace,
            UUID ticketId,
            ConnectionId connectionId,
            @Nullable String target,
            String actor) {
        return connections
                .hold(transaction, workspace, connectionId)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The connection")))
                .invoke(connection -> {
                    if (!connection.terms().system().tracksIssues()) {
                        throw Problems.invalid("/connectionId", "Is a connection to a system without issues");
                    }
                })
                .map(connection -> first(connection, ticketId, target, actor, clock.instant()))
                .flatMap(link -> links.add(transaction, link)
                        .flatMap(added -> added ? start(transaction, link) : again(transaction, link)));
    }

    private Uni<Link> again(SqlClient transaction, Link wanted) {
        return links.ofTicket(
                        transaction, wanted.workspace(), wanted.ticketId(), wanted.connectionId(), wanted.target())
                .flatMap(found -> {
                    Link existing = found.orElseThrow(RequestLink::removedMeanwhile);
                    if (!existing.canBeAskedAgain(wanted.createdAt())) {
                        return Uni.createFrom().item(existing);
                    }
                    Link asked = existing.askedAgain(wanted.command(), wanted.requestedBy(), wanted.createdAt());
                    return links.save(transaction, asked)
                            .flatMap(ours -> ours ? start(transaction, asked) : again(transaction, wanted));
                });
    }

    private Uni<Link> start(SqlClient transaction, Link link) {
        Delivery delivery = Delivery.held(
                link.workspace(),
                new DeliveryId(Ids.next()),
                link.connectionId(),
                link.ticketId(),
                link.id().value(),
                link.target() == null ? Operation.CREATE_ISSUE : Operation.ATTACH,
                link.requestedBy(),
                link.updatedAt());
        return deliveries
                .hold(transaction, delivery)
                .call(() -> outbox.append(transaction, List.of(events.ticketWanted(link))))
                .replaceWith(link);
    }

    /** The issue's id is a version 4 UUID, as Linear wants it. */
    private static Link first(
            Connection connection, UUID ticketId, @Nullable String target, String actor, Instant now) {
        return new Link(
                connection.workspace(),
                new LinkId(Ids.next()),
                ticketId,
                connection.id(),
                connection.terms().system(),
                LinkState.REQUESTED,
                target,
                UUID.randomUUID(),
                Ids.next(),
                null,
                null,
                null,
                0,
                actor,
                1,
                now,
                now);
    }

    private static RuntimeException removedMeanwhile() {
        return Problems.conflict("link-removed", "The link was removed at the same moment; ask again");
    }
}
