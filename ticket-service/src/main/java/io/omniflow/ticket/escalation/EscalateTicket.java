package io.omniflow.ticket.escalation;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.Teams;
import io.omniflow.ticket.escalation.domain.Escalation;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.notification.Addressees;
import io.omniflow.ticket.notification.Feeds;
import io.omniflow.ticket.notification.Notice;
import io.omniflow.ticket.notification.domain.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Does what a policy asks for. A notice in a feed changes nothing about the ticket. */
@ApplicationScoped
public class EscalateTicket {
    private final ChangeTicket changes;
    private final Teams teams;
    private final Addressees addressees;
    private final Feeds feeds;

    EscalateTicket(ChangeTicket changes, Teams teams, Addressees addressees, Feeds feeds) {
        this.changes = changes;
        this.teams = teams;
        this.addressees = addressees;
        this.feeds = feeds;
    }

    /**
     * @param command by which an agent is told once
     * @param why what a notice says beside the ticket, as JSON values
     */
    public record Request(UUID command, Escalation escalation, Instant askedAt, Map<String, Object> why) {}

    /**
     * Fails with 404, 409 for a ticket that has ended or is merged, or 422 for a team that is not there or when nobody can be
     * reached; then nothing is written.
     */
    public Uni<Accepted> escalate(SqlConnection transaction, ChangeTicket.Target target, Request request) {
        return known(transaction, target, request.escalation())
                .chain(() -> changes.within(transaction, target, ticket -> steps(ticket, request.escalation())))
                .call(accepted -> tell(transaction, target, request, accepted.ticket()));
    }

    /** Refused before anything is written: a foreign key would end the transaction of the other commands, too. */
    private Uni<Void> known(SqlConnection transaction, ChangeTicket.Target target, Escalation escalation) {
        if (!(escalation instanceof Escalation.Reassign(UUID team))) {
            return Uni.createFrom().voidItem();
        }
        return teams.existing(transaction, target.workspace(), List.of(team))
                .invoke(existing -> {
                    if (existing.isEmpty()) {
                        throw Problems.invalid("/teamId", "is no team of this workspace, or an archived one");
                    }
                })
                .replaceWithVoid();
    }

    /** Between the mark and the command somebody may have done it: there is nothing left to hurry. */
    private static List<Step> steps(Ticket ticket, Escalation escalation) {
        if (ticket.status().isEnded() && ticket.mergedInto() == null) {
            throw Problems.conflict("ticket-ended", "The ticket is resolved or closed");
        }
        return escalation.steps(ticket);
    }

    private Uni<Void> tell(SqlConnection transaction, ChangeTicket.Target target, Request request, Ticket ticket) {
        if (!request.escalation().tells()) {
            return Uni.createFrom().voidItem();
        }
        Addressees.OfTicket place =
                new Addressees.OfTicket(target.workspace(), ticket.id().value());
        return addressees
                .responsible(transaction, List.of(place))
                .map(found -> found.getOrDefault(place, new Addressees.Responsible(Optional.empty(), Optional.empty())))
                .flatMap(who -> firstOf(
                        transaction,
                        request.escalation().told(who.assignee(), who.lead()).iterator(),
                        target,
                        request,
                        place));
    }

    private Uni<Void> firstOf(
            SqlConnection transaction,
            Iterator<UUID> agents,
            ChangeTicket.Target target,
            Request request,
            Addressees.OfTicket place) {
        if (!agents.hasNext()) {
            return Uni.createFrom()
                    .failure(Problems.of(
                            422,
                            "escalation-undeliverable",
                            "Neither the assignee nor a lead of the team is there and active"));
        }
        UUID agent = agents.next();
        Notice notice = new Notice(
                place.workspace(),
                agent,
                Kind.ESCALATED,
                place.ticket(),
                request.askedAt(),
                target.origin().actor(),
                request.why(),
                request.command());
        return feeds.add(transaction, List.of(notice))
                .flatMap(reached -> reached.contains(agent)
                        ? Uni.createFrom().voidItem()
                        : firstOf(transaction, agents, target, request, place));
    }
}
