package io.omniflow.ticket.conversation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.json.JsonSize;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.conversation.domain.Message;
import io.omniflow.ticket.conversation.domain.Reopening;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.workspace.WorkspaceSettings;
import io.omniflow.ticket.workspace.WorkspaceSettings.Settings;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Makes a message a fact of the ticket its conversation is linked to; without one nothing happens. */
@ApplicationScoped
class TellTicket {
    /** A conversation may move to another ticket just now, by a merge or its undo; it does not do so all the time. */
    private static final int TRIES = 10;

    private static final int CONFLICT = 409;
    /** Bytes as JSON: the inbox knows no such bound, an event does. */
    private static final int LONGEST_BODY = 65_536;

    private final Conversations conversations;
    private final ChangeTicket changes;
    private final WorkspaceSettings settings;

    TellTicket(Conversations conversations, ChangeTicket changes, WorkspaceSettings settings) {
        this.conversations = conversations;
        this.changes = changes;
        this.settings = settings;
    }

    /** The customer is the actor, whoever brought the message. */
    Uni<Void> received(SqlConnection transaction, WorkspaceId workspace, Message message, Origin origin) {
        String customer = "customer:" + (message.authorId() == null ? "unknown" : message.authorId());
        Step.ReceiveMessage step =
                new Step.ReceiveMessage(message.conversationId(), message.id(), message.at(), fitting(message.body()));
        return settings.read(transaction, workspace)
                .map(TellTicket::reopening)
                .flatMap(reopening -> tell(
                        transaction,
                        new Place(workspace, message.conversationId(), as(customer, origin)),
                        ticket -> reopening.steps(ticket, step),
                        TRIES));
    }

    Uni<Void> answered(SqlConnection transaction, WorkspaceId workspace, Message message, Origin origin) {
        String agent = origin.actor().startsWith("agent:") ? origin.actor() : "agent:" + message.authorId();
        Step.Reply step = new Step.Reply(message.conversationId(), message.replyId(), fitting(message.body()));
        return tell(
                transaction,
                new Place(workspace, message.conversationId(), as(agent, origin)),
                ticket -> List.of(step),
                TRIES);
    }

    private record Place(WorkspaceId workspace, UUID conversation, Origin origin) {
        ChangeTicket.Target target(UUID ticket) {
            return new ChangeTicket.Target(
                    workspace, new TicketRef.ById(new TicketId(ticket)), Optional.empty(), origin);
        }

        boolean isLinkedTo(Ticket ticket) {
            return ticket.conversationIds().contains(conversation);
        }
    }

    /** Whether the link still stood is only known once the ticket is locked. */
    private Uni<Void> tell(SqlConnection transaction, Place place, Function<Ticket, List<Step>> steps, int tries) {
        if (tries == 0) {
            return Uni.createFrom().failure(Problems.unavailable());
        }
        return conversations
                .ticketOf(transaction, place.workspace(), place.conversation())
                .flatMap(linked -> linked.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : changes.within(
                                        transaction,
                                        place.target(linked.get()),
                                        ticket -> place.isLinkedTo(ticket) ? steps.apply(ticket) : List.of())
                                .map(accepted -> place.isLinkedTo(accepted.ticket()))
                                .onFailure(TellTicket::isMerged)
                                .recoverWithItem(false)
                                .flatMap(told -> told
                                        ? Uni.createFrom().voidItem()
                                        : tell(transaction, place, steps, tries - 1)));
    }

    private static boolean isMerged(Throwable failure) {
        return failure instanceof HttpProblem problem && problem.getStatusCode() == CONFLICT;
    }

    private static Origin as(String actor, Origin origin) {
        return new Origin(actor, origin.correlationId(), origin.causationId(), origin.traceParent());
    }

    private static Reopening reopening(Settings settings) {
        Set<Status> from = EnumSet.noneOf(Status.class);
        if (settings.reopenWaiting()) {
            from.add(Status.WAITING);
        }
        if (settings.reopenResolved()) {
            from.add(Status.RESOLVED);
        }
        return new Reopening(from);
    }

    /** The whole text stays with the message. */
    private static String fitting(String body) {
        if (JsonSize.of(body) <= LONGEST_BODY) {
            return body;
        }
        int end = Math.min(body.length(), LONGEST_BODY);
        while (JsonSize.of(body.substring(0, end)) > LONGEST_BODY) {
            end -= Math.max(1, end / 16);
        }
        return body.substring(0, Character.isHighSurrogate(body.charAt(end - 1)) ? end - 1 : end);
    }
}
