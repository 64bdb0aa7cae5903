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
import io.omniflow.ticket.stale.CloseStaleTicket;
import io.omniflow.ticket.stale.PingAboutStaleTicket;
import io.omniflow.ticket.stale.domain.Recipient;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
    private static final String CONSUMER = "ticket-service";

    private final Inbox inbox;
    private final ChangeTicket changes;
    private final Outbox outbox;
    private final Teams teams;
    private final PingAboutStaleTicket pings;
    private final CloseStaleTicket closes;
    private final EscalateTicket escalations;
    private final MergesAsked merges;

    CommandsIn(
            Inbox inbox,
            ChangeTicket changes,
            Outbox outbox,
            Teams teams,
            PingAboutStaleTicket pings,
            CloseStaleTicket closes,
            EscalateTicket escalations,
            MergesAsked merges) {
        this.inbox = inbox;
        this.changes = changes;
        this.outbox = outbox;
        this.teams = teams;
        this.pings = pings;
        this.closes = closes;
        this.escalations = escalations;
        this.merges = merges;
    }

    @Incoming("ticket-commands")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(CONSUMER, batch, this::apply);
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
        return carriedOut(transaction, target, received, command)
                .flatMap(accepted -> accepted.facts().isEmpty()
                        ? answer(transaction, received, unchanged(received, command, accepted))
                        : Uni.createFrom().voidItem())
                .onFailure(HttpProblem.class)
                .recoverWithUni(refusal -> answer(transaction, received, rejected(received, refusal)));
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

    private Uni<Accepted> carriedOut(
            SqlConnection transaction, ChangeTicket.Target target, ReceivedEvent received, TicketCommand command) {
        return switch (command) {
            case TicketCommand.ReportState _ -> changes.within(transaction, target, ticket -> List.of());
            case TicketCommand.ChangeStatus c ->
                changes.within(
                        transaction, target, ticket -> List.of(new Step.SetStatus(Published.status(c.status()))));
            case TicketCommand.Escalate c -> escalated(transaction, target, received, c);
            case TicketCommand.PingStale c -> pings.ping(transaction, target, ping(received, c));
            case TicketCommand.CloseStale _ -> closes.close(transaction, target, received.id());
            case TicketCommand.Merge c -> merges.merge(transaction, target, c);
            case TicketCommand.UndoMerge c -> merges.undo(transaction, target, c);
            case TicketCommand.AddNote _, TicketCommand.SetLinkState _ ->
                Uni.createFrom().failure(Problems.of(422, "unsupported-command", "The command is not supported"));
        };
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

    private Uni<Void> answer(SqlConnection transaction, ReceivedEvent received, TicketAnswer answer) {
        return outbox.append(
                transaction,
                List.of(OutboundEvent.of(
                        received.workspace(),
                        received.subject(),
                        answer,
                        Instant.now(),
                        null,
                        received.causes("system:" + CONSUMER))));
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
