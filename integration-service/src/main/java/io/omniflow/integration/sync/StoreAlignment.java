package io.omniflow.integration.sync;

import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.Links;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.sync.domain.Act;
import io.omniflow.integration.sync.domain.Issue;
import io.omniflow.integration.sync.domain.Mapping;
import io.omniflow.integration.sync.domain.Seen;
import io.omniflow.integration.sync.domain.Step;
import io.omniflow.integration.sync.domain.Tie;
import io.omniflow.integration.sync.domain.TiedLink;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Stores what became of a reading or a move, in the transaction that settles the delivery. The ticket may have gone on while
 * the call was under way, so it is held against the tie as it is then.
 */
@ApplicationScoped
class StoreAlignment {
    private final Ties ties;
    private final Links links;
    private final SyncEvents events;
    private final Outbox outbox;

    StoreAlignment(Ties ties, Links links, SyncEvents events, Outbox outbox) {
        this.ties = ties;
        this.links = links;
        this.events = events;
        this.outbox = outbox;
    }

    /** A move that is found necessary only now has its own delivery, added by whoever made it necessary. */
    Uni<Void> read(SqlClient transaction, Delivery settled, Issue issue, Mapping mapping, Tie.LastMove lastMove) {
        return change(
                transaction,
                settled,
                tie -> known(tie, lastMove).issueRead(issue.state(), issue.changedAt(), mapping, Ids.next()),
                issue,
                (link, tie) -> stillTrue(link, tie, issue));
    }

    /** A reading disproves that the issue is gone, and a refusal only by another state: what could not be done still cannot. */
    private static @Nullable Problem stillTrue(Link link, Tie before, Issue issue) {
        @Nullable Problem known = link.problem();
        @Nullable Seen seen = before.seen();
        boolean sameState =
                seen != null && seen.state().id().equals(issue.state().id());
        return known == null || known.isMissing() || !sameState ? null : known;
    }

    Uni<Void> moved(SqlClient transaction, Delivery settled, List<Act> told, Issue issue, UnaryOperator<Tie> change) {
        return change(transaction, settled, tie -> new Step(change.apply(tie), told), issue, (_, _) -> null);
    }

    Uni<Void> refused(
            SqlClient transaction,
            Delivery settled,
            List<Act> told,
            Issue issue,
            UnaryOperator<Tie> change,
            Problem problem) {
        return change(transaction, settled, tie -> new Step(change.apply(tie), told), issue, (_, _) -> problem);
    }

    /** The issue is gone, or not for us any more; the link says so. */
    Uni<Void> missing(SqlClient transaction, Delivery settled, Problem problem) {
        return links.findForChange(transaction, settled.workspace(), new LinkId(settled.subject()))
                .flatMap(found -> {
                    @Nullable Link link = found.orElse(null);
                    @Nullable ExternalIssue issue = link == null ? null : link.issue();
                    return link == null || issue == null || problem.equals(link.problem())
                            ? Uni.createFrom().voidItem()
                            : links.save(transaction, link.seen(issue, problem, settled.updatedAt()))
                                    .replaceWithVoid();
                });
    }

    private static Tie known(Tie tie, Tie.LastMove lastMove) {
        return lastMove == Tie.LastMove.UNCLEAR && tie.seen() != null
                ? tie.moveUnclear(tie.seen().state(), tie.seen().at())
                : tie;
    }

    /** Decides on what the tie is by now. */
    @FunctionalInterface
    private interface Decision {
        Step on(Tie tie);
    }

    /** What is to be said of the link from now on. */
    @FunctionalInterface
    private interface Remaining {
        @Nullable Problem of(Link link, Tie before);
    }

    private Uni<Void> change(
            SqlClient transaction, Delivery settled, Decision decision, Issue issue, Remaining remaining) {
        LinkId id = new LinkId(settled.subject());
        return links.findForChange(transaction, settled.workspace(), id)
                .flatMap(link -> link.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : ties.findForChange(transaction, settled.workspace(), id)
                                .flatMap(tied -> tied.isEmpty()
                                        ? Uni.createFrom().voidItem()
                                        : store(
                                                transaction,
                                                link.get(),
                                                tied.get(),
                                                decision.on(tied.get().tie()),
                                                issue,
                                                remaining.of(
                                                        link.get(), tied.get().tie()),
                                                settled.updatedAt())));
    }

    private Uni<Void> store(
            SqlClient transaction,
            Link link,
            TiedLink tied,
            Step step,
            Issue issue,
            @Nullable Problem problem,
            Instant now) {
        ExternalIssue there = new ExternalIssue(
                issue.id(), issue.key(), issue.url(), issue.state().name());
        List<OutboundEvent> outgoing = outgoing(link, tied, step, there, now);
        boolean sameLink = there.equals(link.issue()) && Objects.equals(problem, link.problem());
        return ties.save(transaction, List.of(tied.with(step.tie(), tied.ticketVersion())))
                .chain(() -> sameLink
                        ? Uni.createFrom().voidItem()
                        : links.save(transaction, link.seen(there, problem, now))
                                .replaceWithVoid())
                .chain(() -> outbox.append(transaction, outgoing));
    }

    private List<OutboundEvent> outgoing(Link link, TiedLink tied, Step step, ExternalIssue there, Instant now) {
        List<OutboundEvent> outgoing = new ArrayList<>();
        for (Act act : step.acts()) {
            switch (act) {
                case Act.Tell change -> outgoing.add(events.told(link, change, now));
                case Act.Ask ask -> outgoing.add(events.asked(tied, ask, now));
                case Act.Move _, Act.Push _, Act.Read _ -> {}
            }
        }
        @Nullable ExternalIssue before = link.issue();
        String state = issueState(there);
        if (before == null || !state.equals(before.state())) {
            outgoing.add(events.stateShown(link, state, now));
        }
        return outgoing;
    }

    private static String issueState(ExternalIssue there) {
        @Nullable String state = there.state();
        return state == null ? "" : state;
    }
}
