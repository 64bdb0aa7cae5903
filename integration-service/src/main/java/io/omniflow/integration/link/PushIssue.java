package io.omniflow.integration.link;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.Attempted;
import io.omniflow.integration.delivery.DeliveryWork;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.delivery.domain.Outcome;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.PushResult;
import io.omniflow.kit.outbox.Outbox;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes a link's issue at the other side and stores what became of it. */
@ApplicationScoped
class PushIssue implements DeliveryWork {
    private final Links links;
    private final Connections connections;
    private final Map<ExternalSystem, IssueTracker> trackers;
    private final LinkEvents events;
    private final Outbox outbox;
    private final TicketAddresses addresses;
    private final List<LinkFollower> followers;

    PushIssue(
            Links links,
            Connections connections,
            @All List<IssueTracker> trackers,
            LinkEvents events,
            Outbox outbox,
            TicketAddresses addresses,
            @All List<LinkFollower> followers) {
        this.links = links;
        this.connections = connections;
        this.trackers = trackers.stream()
                .flatMap(tracker -> tracker.systems().stream().map(system -> Map.entry(system, tracker)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        this.events = events;
        this.outbox = outbox;
        this.addresses = addresses;
        this.followers = followers;
    }

    @Override
    public Operation operation() {
        return Operation.CREATE_ISSUE;
    }

    @Override
    public Uni<Attempted> attempt(Claim claim) {
        Delivery delivery = claim.delivery();
        return connections
                .open(delivery.workspace(), delivery.connectionId())
                .flatMap(found -> found.map(connection -> push(claim, connection))
                        .orElseGet(() -> Uni.createFrom().item(new PushResult.Refused(Problem.connectionRemoved()))))
                .map(result ->
                        new Attempted(outcome(result), (transaction, settled) -> store(transaction, settled, result)));
    }

    @Override
    public Uni<Void> retried(SqlClient transaction, Delivery delivery) {
        return change(
                        transaction,
                        delivery,
                        link -> link.delayed(delivery.problem(), delivery.attempts(), delivery.updatedAt()))
                .replaceWithVoid();
    }

    private Uni<PushResult> push(Claim claim, OpenConnection connection) {
        Delivery delivery = claim.delivery();
        return links.find(delivery.workspace(), new LinkId(delivery.subject())).flatMap(found -> {
            Link link = found.orElseThrow();
            var ticket = Objects.requireNonNull(link.ticket(), "the ticket was reported before the delivery is ready");
            IssueDraft draft = new IssueDraft(link.issueId(), ticket, addresses.of(ticket.number()));
            return trackerOf(link.system()).push(connection, draft, claim.earlier());
        });
    }

    private static Outcome outcome(PushResult result) {
        return switch (result) {
            case PushResult.Made _ -> new Outcome.Delivered();
            case PushResult.Unclear(Problem problem, var wait) -> new Outcome.Again(problem, wait);
            case PushResult.HeldBack(Problem problem, var wait) -> new Outcome.HeldBack(problem, wait);
            case PushResult.Refused(Problem problem) -> new Outcome.Refused(problem);
        };
    }

    private Uni<Void> store(SqlClient transaction, Delivery settled, PushResult result) {
        return change(transaction, settled, link -> after(link, settled, result))
                .flatMap(link -> switch (result) {
                    case PushResult.Made(var issue, var _) ->
                        outbox.append(transaction, List.of(events.created(link, issue)))
                                .chain(() -> tellFollowers(transaction, link));
                    case PushResult.Unclear _, PushResult.HeldBack _, PushResult.Refused _ ->
                        Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> tellFollowers(SqlClient transaction, Link link) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (LinkFollower follower : followers) {
            done = done.chain(() -> follower.linked(transaction, link));
        }
        return done;
    }

    private static Link after(Link link, Delivery settled, PushResult result) {
        if (result instanceof PushResult.Made(var issue, var flaw)) {
            return link.linked(issue, flaw, settled.attempts(), settled.updatedAt());
        }
        return settled.canBeRetried()
                ? link.failed(settled.problem(), settled.attempts(), settled.updatedAt())
                : link.delayed(settled.problem(), settled.attempts(), settled.updatedAt());
    }

    private Uni<Link> change(SqlClient transaction, Delivery delivery, Function<Link, Link> change) {
        return links.findForChange(transaction, delivery.workspace(), new LinkId(delivery.subject()))
                .map(found -> change.apply(found.orElseThrow()))
                .call(link -> links.save(transaction, link));
    }

    private IssueTracker trackerOf(ExternalSystem system) {
        IssueTracker tracker = trackers.get(system);
        if (tracker == null) {
            throw new IllegalStateException("no tracker for " + system);
        }
        return tracker;
    }
}
