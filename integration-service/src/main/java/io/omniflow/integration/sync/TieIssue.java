package io.omniflow.integration.sync;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.Attempted;
import io.omniflow.integration.delivery.DeliveryWork;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.delivery.domain.Outcome;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.Links;
import io.omniflow.integration.link.TicketAddresses;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.LinkState;
import io.omniflow.integration.link.domain.ReportedTicket;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Issue;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ties an issue that was there before to a ticket: finds it, puts the ticket's address on it, and stores what it is. */
@ApplicationScoped
class TieIssue implements DeliveryWork {
    private final Connections connections;
    private final Links links;
    private final IssueSystems systems;
    private final TicketAddresses addresses;
    private final StoreTie store;

    TieIssue(Connections connections, Links links, IssueSystems systems, TicketAddresses addresses, StoreTie store) {
        this.connections = connections;
        this.links = links;
        this.systems = systems;
        this.addresses = addresses;
        this.store = store;
    }

    @Override
    public Operation operation() {
        return Operation.ATTACH;
    }

    @Override
    public Uni<Attempted> attempt(Claim claim) {
        Delivery delivery = claim.delivery();
        return connections
                .open(delivery.workspace(), delivery.connectionId())
                .flatMap(found -> found.isEmpty()
                        ? item(notTied(new Outcome.Refused(Problem.connectionRemoved())))
                        : links.find(delivery.workspace(), new LinkId(delivery.subject()))
                                .flatMap(link -> tie(link, found.get())));
    }

    @Override
    public Uni<Void> retried(SqlClient transaction, Delivery delivery) {
        return store.delayed(transaction, delivery);
    }

    private Uni<Attempted> tie(Optional<Link> found, OpenConnection connection) {
        Optional<Issues> issues = systems.of(connection);
        @Nullable Link link = found.orElse(null);
        if (link == null || issues.isEmpty() || link.state() != LinkState.DELIVERING) {
            return item(Attempts.nothing());
        }
        @Nullable String target = link.target();
        @Nullable ReportedTicket ticket = link.ticket();
        if (target == null || ticket == null) {
            return item(Attempts.nothing());
        }
        return issues.get().fetch(connection, target).flatMap(read -> switch (read) {
            case CallResult.Done(Issue issue) ->
                issues.get()
                        .attach(connection, issue, "Ticket #" + ticket.number(), addresses.of(ticket.number()))
                        .map(result -> attached(issue, result));
            default -> item(notTied(Attempts.of(read).outcome()));
        });
    }

    /** The issue is there and must be tied, even when the ticket's address could not be put on it. */
    private Attempted attached(Issue issue, CallResult<Issue> result) {
        return switch (result) {
            case CallResult.Done(Issue _) -> tied(issue, null);
            case CallResult.Refused(Problem problem) -> tied(issue, problem);
            case CallResult.Missing(Problem problem) -> tied(issue, problem);
            case CallResult.Unclear<Issue> _, CallResult.HeldBack<Issue> _ ->
                notTied(Attempts.of(result).outcome());
        };
    }

    private Attempted tied(Issue issue, @Nullable Problem flaw) {
        return new Attempted(
                new Outcome.Delivered(), (transaction, settled) -> store.tied(transaction, settled, issue, flaw));
    }

    private Attempted notTied(Outcome outcome) {
        return new Attempted(
                outcome,
                (transaction, settled) -> settled.canBeRetried()
                        ? store.failed(transaction, settled, settled.problem())
                        : store.delayed(transaction, settled));
    }

    private static Uni<Attempted> item(Attempted attempted) {
        return Uni.createFrom().item(attempted);
    }
}
