package io.omniflow.integration.sync;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.Sync;
import io.omniflow.integration.delivery.Attempted;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Outcome;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.Links;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.LinkState;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import io.omniflow.integration.sync.domain.Mapping;
import io.omniflow.integration.sync.domain.Step;
import io.omniflow.integration.sync.domain.Target;
import io.omniflow.integration.sync.domain.Tie;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Reads an issue and does what follows: the issue is moved, the ticket's owner asked, or nobody has to move. Whatever set it
 * off, it is decided by what both sides are now, so attempts may be repeated.
 */
@ApplicationScoped
class AlignIssue {
    private final Connections connections;
    private final Links links;
    private final Ties ties;
    private final Mappings mappings;
    private final IssueSystems systems;
    private final KnownStates states;
    private final StoreAlignment store;

    AlignIssue(
            Connections connections,
            Links links,
            Ties ties,
            Mappings mappings,
            IssueSystems systems,
            KnownStates states,
            StoreAlignment store) {
        this.connections = connections;
        this.links = links;
        this.ties = ties;
        this.mappings = mappings;
        this.systems = systems;
        this.states = states;
        this.store = store;
    }

    /** Everything a decision needs, as it was before the first call. */
    private record Ground(
            Claim claim, OpenConnection connection, Issues issues, ExternalIssue issue, Tie tie, Mapping mapping) {}

    Uni<Attempted> attempt(Claim claim) {
        Delivery delivery = claim.delivery();
        return connections
                .open(delivery.workspace(), delivery.connectionId())
                .flatMap(found -> found.isEmpty()
                        ? item(Attempts.refused(Problem.connectionRemoved()))
                        : over(claim, found.get()));
    }

    private Uni<Attempted> over(Claim claim, OpenConnection connection) {
        Optional<Issues> issues = systems.of(connection);
        if (issues.isEmpty() || connection.connection().terms().sync() != Sync.BIDIRECTIONAL) {
            return item(Attempts.nothing());
        }
        Delivery delivery = claim.delivery();
        LinkId id = new LinkId(delivery.subject());
        return links.find(delivery.workspace(), id).flatMap(link -> {
            Optional<ExternalIssue> issue = link.filter(known -> known.state() == LinkState.LINKED)
                    .flatMap(known -> Optional.ofNullable(known.issue()));
            return issue.isEmpty()
                    ? item(Attempts.nothing())
                    : ties.find(delivery.workspace(), id)
                            .flatMap(tie -> tie.isEmpty()
                                    ? item(Attempts.nothing())
                                    : mappings.of(delivery.workspace(), delivery.connectionId())
                                            .flatMap(mapping -> align(new Ground(
                                                    claim,
                                                    connection,
                                                    issues.get(),
                                                    issue.get(),
                                                    asLeft(claim, tie.get().tie()),
                                                    mapping.mapping()))));
        });
    }

    /** An attempt that was killed may have moved the issue, and nobody has written that down. */
    private static Tie asLeft(Claim claim, Tie tie) {
        return claim.last() == Claim.Last.LEFT && tie.ticketSide() == Tie.TicketSide.AHEAD && tie.seen() != null
                ? tie.moveUnclear(tie.seen().state(), tie.seen().at())
                : tie;
    }

    private Uni<Attempted> align(Ground ground) {
        return ground.issues().fetch(ground.connection(), ground.issue().id()).flatMap(read -> switch (read) {
            case CallResult.Done(Issue issue) -> decided(ground, issue);
            case CallResult.Missing(Problem problem) ->
                item(new Attempted(
                        new Outcome.Refused(problem),
                        (transaction, settled) -> store.missing(transaction, settled, problem)));
            default -> item(Attempts.of(read));
        });
    }

    private Uni<Attempted> decided(Ground ground, Issue issue) {
        Step step = ground.tie().issueRead(issue.state(), issue.changedAt(), ground.mapping(), Ids.next());
        return step.move()
                .map(target -> move(ground, issue, step, target))
                .orElseGet(() -> item(new Attempted(
                        new Outcome.Delivered(),
                        (transaction, settled) -> store.read(
                                transaction,
                                settled,
                                issue,
                                ground.mapping(),
                                ground.tie().lastMove()))));
    }

    private Uni<Attempted> move(Ground ground, Issue issue, Step step, Target target) {
        return states.resolve(ground.issues(), ground.connection(), target).flatMap(found -> switch (found) {
            case CallResult.Done(ExternalState state) ->
                ground.issues()
                        .move(ground.connection(), issue.id(), state)
                        .map(result -> moved(ground, issue, step, result));
            case CallResult.Refused(Problem problem) ->
                item(moved(ground, issue, step, new CallResult.Refused<>(problem)));
            default -> item(Attempts.of(found));
        });
    }

    private Attempted moved(Ground ground, Issue read, Step step, CallResult<Issue> result) {
        var decidedFor = ground.tie().statusAt();
        return switch (result) {
            case CallResult.Done(Issue after) ->
                new Attempted(
                        new Outcome.Delivered(),
                        (transaction, settled) -> store.moved(
                                transaction,
                                settled,
                                step.told(),
                                after,
                                tie -> tie.moved(after.state(), after.changedAt(), decidedFor)));
            case CallResult.Unclear(Problem problem, var pause) ->
                new Attempted(
                        new Outcome.Again(problem, pause),
                        (transaction, settled) -> store.moved(
                                transaction,
                                settled,
                                step.told(),
                                read,
                                tie -> tie.moveUnclear(read.state(), read.changedAt())));
            case CallResult.HeldBack(Problem problem, var pause) ->
                new Attempted(new Outcome.HeldBack(problem, pause), Attempts.NOTHING);
            case CallResult.Refused(Problem problem) -> notMoved(ground, read, step, problem);
            case CallResult.Missing(Problem problem) -> notMoved(ground, read, step, problem);
        };
    }

    private Attempted notMoved(Ground ground, Issue read, Step step, Problem problem) {
        states.forget(ground.connection().connection().id());
        return new Attempted(
                new Outcome.Refused(problem),
                (transaction, settled) -> store.refused(
                        transaction,
                        settled,
                        step.told(),
                        read,
                        tie -> tie.moveRefused(
                                read.state(), read.changedAt(), ground.tie().statusAt()),
                        problem));
    }

    private static Uni<Attempted> item(Attempted attempted) {
        return Uni.createFrom().item(attempted);
    }
}
