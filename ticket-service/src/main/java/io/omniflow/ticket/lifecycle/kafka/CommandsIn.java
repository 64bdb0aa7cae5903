package io.omniflow.ticket.lifecycle.kafka;

import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.Teams;
import io.omniflow.ticket.escalation.EscalateTicket;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.note.WriteNotes;
import io.omniflow.ticket.stale.CloseStaleTicket;
import io.omniflow.ticket.stale.PingAboutStaleTicket;
import io.omniflow.ticket.stale.domain.Recipient;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Commands of other services. Each is answered once: by the fact it made, as unchanged, or as rejected. */
@ApplicationScoped
public class CommandsIn {
    private final Inbox inbox;
    private final ChangeTicket changes;
    private final Outbox outbox;
    private final Teams teams;
    private final PingAboutStaleTicket pings;
    private final CloseStaleTicket closes;
    private final EscalateTicket escalations;
    private final MergesAsked merges;
    private final WriteNotes notes;
    private final LinkStatesAsked linkStates;

    CommandsIn(
            Inbox inbox,
            ChangeTicket changes,
            Outbox outbox,
            Teams teams,
            PingAboutStaleTicket pings,
            CloseStaleTicket closes,
            EscalateTicket escalations,
            MergesAsked merges,
            WriteNotes notes,
            LinkStatesAsked linkStates) {
        this.inbox = inbox;
        this.changes = changes;
        this.outbox = outbox;
        this.teams = teams;
        this.pings = pings;
        this.closes = closes;
        this.escalations = escalations;
        this.merges = merges;
        this.notes = notes;
        this.linkStates = linkStates;
    }

    @Incoming("ticket-commands")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(Answers.SERVICE, batch, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> commands) {
        Uni<Void> done = merges.lock(transaction, commands);
        for (ReceivedEvent received : commands) {
            if (received.data() instanceof TicketCommand command) {
                done = done.chain(() -> obey(transaction, received, command));
            }
        }
        return done;
    }

    private Uni<Void> obey(SqlConnection transaction, ReceivedEvent received, TicketCommand command) {
        MDC.put("ticketId", received.subject());
        MDC.put("correlationId", received.origin().correlationId());
        ChangeTicket.Target target = new ChangeTicket.Target(
                received.workspace(),
                new TicketRef.ById(new TicketId(received.subject())),
                Optional.empty(),
                received.causes(received.origin().actor()));
        return answers(transaction, target, received, command)
                .onFailure(HttpProblem.class)
                .recoverWithItem(refusal -> List.of(Answers.to(received, rejected(received, refusal))))
                .flatMap(answers -> outbox.append(transaction, answers));
    }

    /** None for what made a fact. */
    private Uni<List<OutboundEvent>> answers(
            SqlConnection transaction, ChangeTicket.Target target, ReceivedEvent received, TicketCommand command) {
        return switch (command) {
            case TicketCommand.ReportState _ ->
                answers(received, command, changes.within(transaction, target, ticket -> List.of()));
            case TicketCommand.ChangeStatus c ->
                answers(
                        received,
                        command,
                        changes.within(
                                transaction,
                                target,
                                ticket -> List.of(new Step.SetStatus(Published.status(c.status())))));
            case TicketCommand.Escalate c -> answers(received, command, escalated(transaction, target, received, c));
            case TicketCommand.PingStale c ->
                answers(received, command, pings.ping(transaction, target, ping(received, c)));
            case TicketCommand.CloseStale _ ->
                answers(received, command, closes.close(transaction, target, received.id()));
            case TicketCommand.Merge c -> answers(received, command, merges.merge(transaction, target, c));
            case TicketCommand.UndoMerge c -> answers(received, command, merges.undo(transaction, target, c));
            case TicketCommand.AddNote c ->
                Uni.createFrom()
                        .item(() -> NotesAsked.draft(c))
                        .flatMap(draft -> notes.add(transaction, target, draft))
                        .replaceWith(List.of());
            case TicketCommand.SetLinkState c -> linkStates.set(transaction, received, c);
        };
    }

    private static Uni<List<OutboundEvent>> answers(
            ReceivedEvent received, TicketCommand command, Uni<Accepted> outcome) {
        return outcome.map(accepted -> accepted.facts().isEmpty()
                ? List.of(Answers.to(received, unchanged(received, command, accepted)))
                : List.of());
    }

    /** Refused before anything is written: a foreign key would end the transaction of the other commands, too. */
    private Uni<Void> checked(SqlConnection transaction, ReceivedEvent received, TicketCommand.Escalate escalate) {
        if (escalate.teamId() == null) {
            return Uni.createFrom().voidItem();
        }
        return teams.existing(transaction, received.workspace(), List.of(escalate.teamId()))
                .invoke(existing -> {
                    if (existing.isEmpty()) {
                        throw Problems.invalid("/teamId", "is no team of this workspace, or an archived one");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Accepted> escalated(
            SqlConnection transaction,
            ChangeTicket.Target target,
            ReceivedEvent received,
            TicketCommand.Escalate command) {
        @Nullable String action = command.action();
        return action == null
                ? checked(transaction, received, command)
                        .chain(() -> changes.within(transaction, target, ticket -> escalation(command)))
                : Uni.createFrom()
                        .item(() -> EscalationOf.request(received, command, action))
                        .flatMap(request -> escalations.escalate(transaction, target, request));
    }

    private static PingAboutStaleTicket.Request ping(ReceivedEvent received, TicketCommand.PingStale command) {
        return new PingAboutStaleTicket.Request(
                received.id(),
                "lead".equals(command.recipient()) ? Recipient.LEAD : Recipient.ASSIGNEE,
                received.time(),
                command.graceUntil());
    }

    /** As release 1.0 asked. */
    private static List<Step> escalation(TicketCommand.Escalate command) {
        List<Step> steps = new ArrayList<>();
        if (command.priority() != null) {
            steps.add(new Step.SetPriority(Published.priority(command.priority())));
        }
        if (command.teamId() != null) {
            steps.add(new Step.SetTeam(command.teamId()));
        }
        return steps;
    }

    private static TicketAnswer unchanged(ReceivedEvent received, TicketCommand command, Accepted accepted) {
        return switch (command) {
            case TicketCommand.ReportState _ -> new TicketAnswer.StateReported(Published.state(accepted.ticket()));
            default -> new TicketAnswer.CommandUnchanged(received.type(), Published.state(accepted.ticket()));
        };
    }

    private static TicketAnswer rejected(ReceivedEvent received, HttpProblem refusal) {
        return new TicketAnswer.CommandRejected(received.type(), ToldProblem.of(refusal));
    }
}
