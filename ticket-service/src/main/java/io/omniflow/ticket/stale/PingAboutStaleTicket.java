package io.omniflow.ticket.stale;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.Locked;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.stale.domain.Recipient;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Tells somebody that a ticket waits for long. What is told, and the fact that it was, are one transaction. */
@ApplicationScoped
public class PingAboutStaleTicket {
    private final WaitingTicket waiting;
    private final ChangeTicket changes;
    private final StaleRounds rounds;
    private final StalePolicies policies;
    private final Pings pings;

    PingAboutStaleTicket(
            WaitingTicket waiting, ChangeTicket changes, StaleRounds rounds, StalePolicies policies, Pings pings) {
        this.waiting = waiting;
        this.changes = changes;
        this.rounds = rounds;
        this.policies = policies;
        this.pings = pings;
    }

    /**
     * @param askedAt when the command was given
     * @param graceUntil when the grace ends if the ping is delivered at that time
     */
    public record Request(UUID command, Recipient recipient, Instant askedAt, Instant graceUntil) {

        /** However long the command was on its way, the grace is a whole one from its delivery. */
        Instant graceFrom(Instant delivered) {
            Instant whole = delivered.plus(Duration.between(askedAt, graceUntil));
            return whole.isAfter(graceUntil) ? whole : graceUntil;
        }
    }

    /** Fails with 404, 409 for a ticket that does not wait, or 422 when nobody can be reached; then nothing is written. */
    public Uni<Accepted> ping(SqlConnection transaction, ChangeTicket.Target target, Request request) {
        return waiting.lock(transaction, target)
                .flatMap(locked -> graceUntil(transaction, target, locked, request)
                        .flatMap(graceUntil -> told(transaction, target, locked, request, graceUntil)
                                .map(agent -> new Step.PingAgent(agent, graceUntil))))
                .flatMap(step -> changes.within(transaction, target, ticket -> List.of(step)));
    }

    private Uni<Instant> graceUntil(
            SqlConnection transaction, ChangeTicket.Target target, Locked locked, Request request) {
        return Uni.combine()
                .all()
                .unis(
                        rounds.of(
                                transaction, target.workspace(), locked.ticket().id()),
                        policies.read(transaction, target.workspace()))
                .with((round, policy) -> round.graceUntil(policy, locked.now(), request.graceFrom(locked.now())));
    }

    private Uni<UUID> told(
            SqlConnection transaction, ChangeTicket.Target target, Locked locked, Request request, Instant graceUntil) {
        Ticket ticket = locked.ticket();
        Pings.Ping ping = new Pings.Ping(
                target.workspace(),
                ticket,
                locked.now(),
                target.origin().actor(),
                request.command(),
                Map.of("graceUntil", graceUntil.toString()));
        return rounds.reachable(transaction, target.workspace(), ticket.assigneeId(), ticket.teamId())
                .flatMap(found -> pings.deliver(
                        transaction, request.recipient().candidates(found.assignee(), found.lead()), ping))
                .map(agent -> agent.orElseThrow(PingAboutStaleTicket::undeliverable));
    }

    private static RuntimeException undeliverable() {
        return Problems.of(
                422, "ping-undeliverable", "Neither the assignee nor a lead of the team is there and active");
    }
}
