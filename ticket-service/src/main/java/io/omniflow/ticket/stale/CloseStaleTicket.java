package io.omniflow.ticket.stale;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.Locked;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.stale.domain.Obstacle;
import io.omniflow.ticket.stale.domain.Recipient;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Closes a ticket that nobody touched in its grace period. The guard against silent closing stands here, whoever sends the
 * command: the workspace wants it, somebody was pinged in this wait, the grace of the newest ping is over, and nobody did
 * anything since the first.
 */
@ApplicationScoped
public class CloseStaleTicket {
    private final WaitingTicket waiting;
    private final ChangeTicket changes;
    private final StaleRounds rounds;
    private final StalePolicies policies;
    private final Pings pings;

    CloseStaleTicket(
            WaitingTicket waiting, ChangeTicket changes, StaleRounds rounds, StalePolicies policies, Pings pings) {
        this.waiting = waiting;
        this.changes = changes;
        this.rounds = rounds;
        this.policies = policies;
        this.pings = pings;
    }

    /** Fails with 404, or 409 for a ticket that does not wait or may not be closed yet; then nothing is written. */
    public Uni<Accepted> close(SqlConnection transaction, ChangeTicket.Target target, UUID command) {
        return waiting.lock(transaction, target).flatMap(locked -> rounds.of(
                        transaction, target.workspace(), locked.ticket().id())
                .call(round -> policies.read(transaction, target.workspace())
                        .invoke(policy -> round.obstacle(policy, locked.now()).ifPresent(obstacle -> {
                            throw refusal(obstacle);
                        })))
                .chain(() -> changes.within(transaction, target, ticket -> List.of(new Step.SetStatus(Status.CLOSED))))
                .call(() -> tell(transaction, target, locked, command)));
    }

    /** Whoever is there is told; that nobody is any more does not keep a ticket open that somebody was asked about. */
    private Uni<Void> tell(SqlConnection transaction, ChangeTicket.Target target, Locked locked, UUID command) {
        Ticket ticket = locked.ticket();
        Pings.Ping closed = new Pings.Ping(
                target.workspace(), ticket, locked.now(), target.origin().actor(), command, Map.of("closed", true));
        return rounds.reachable(transaction, target.workspace(), ticket.assigneeId(), ticket.teamId())
                .flatMap(found -> pings.deliver(
                        transaction, Recipient.ASSIGNEE.candidates(found.assignee(), found.lead()), closed))
                .replaceWithVoid();
    }

    private static HttpProblem refusal(Obstacle obstacle) {
        return switch (obstacle) {
            case NOT_WANTED -> Problems.conflict("auto-close-off", "The workspace closes no tickets by itself");
            case NOT_PINGED -> Problems.conflict("not-pinged", "Nobody was told that the ticket waits for long");
            case GRACE_NOT_OVER -> Problems.conflict("grace-not-over", "The grace period is not over yet");
            case ACTIVITY_SINCE ->
                Problems.conflict("activity-since", "Somebody did something since the ping, which cancels it");
        };
    }
}
