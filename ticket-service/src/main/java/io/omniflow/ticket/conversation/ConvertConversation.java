package io.omniflow.ticket.conversation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.TicketDraft;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.OpenTicket;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Makes a ticket of a conversation. Those who convert one conversation at once take turns at its row, so one is made. */
@ApplicationScoped
public class ConvertConversation {
    private final Conversations conversations;
    private final OpenTicket openTicket;
    private final ChangeTicket changes;

    ConvertConversation(Conversations conversations, OpenTicket openTicket, ChangeTicket changes) {
        this.conversations = conversations;
        this.openTicket = openTicket;
        this.changes = changes;
    }

    /** What is meant where the conversation has a ticket already. */
    public enum Again {
        FIRST_TICKET,
        /** A new one, if the first is closed. */
        NEW_TICKET
    }

    /** @param number for the new ticket, see {@link OpenTicket#number} */
    public record Request(
            WorkspaceId workspace,
            UUID conversation,
            long number,
            TicketDraft draft,
            Again again,
            Origin origin,
            TicketScope scope) {}

    /** What came of it. */
    public sealed interface Converted {
        record Made(Ticket ticket) implements Converted {}

        record Known(TicketId ticket) implements Converted {}
    }

    /** Fails with 404, or with 409 where a new ticket is asked for and the first one is not closed. */
    public Uni<Converted> convert(SqlConnection transaction, Request request) {
        return conversations
                .lock(transaction, request.workspace(), request.conversation())
                .map(found -> found.orElseThrow(() -> Problems.notFound("conversation")))
                .flatMap(conversation -> conversations
                        .ticketOf(transaction, request.workspace(), request.conversation())
                        .flatMap(linked -> linked.isEmpty()
                                ? make(transaction, request, conversation)
                                : again(transaction, request, conversation, linked.get())));
    }

    private Uni<Converted> again(SqlConnection transaction, Request request, Conversation conversation, UUID linked) {
        return switch (request.again()) {
            case FIRST_TICKET -> Uni.createFrom().item(new Converted.Known(new TicketId(linked)));
            case NEW_TICKET ->
                release(transaction, request, linked).chain(() -> make(transaction, request, conversation));
        };
    }

    private Uni<Void> release(SqlConnection transaction, Request request, UUID linked) {
        ChangeTicket.Target first = new ChangeTicket.Target(
                request.workspace(),
                new TicketRef.ById(new TicketId(linked)),
                Optional.empty(),
                request.origin(),
                request.scope());
        return changes.within(
                        transaction,
                        first,
                        ticket -> ticket.status() == Status.CLOSED
                                ? List.of(new Step.UnlinkConversation(request.conversation()))
                                : List.of())
                .invoke(accepted -> {
                    if (accepted.ticket().status() != Status.CLOSED) {
                        throw Problems.conflict(
                                "ticket-not-closed",
                                "The conversation belongs to ticket "
                                        + accepted.ticket().number() + ", which is not closed");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Converted> make(SqlConnection transaction, Request request, Conversation conversation) {
        return conversations
                .firstMessage(transaction, request.workspace(), request.conversation())
                .flatMap(first -> openTicket.open(
                        transaction,
                        request.workspace(),
                        request.number(),
                        request.draft().from(conversation, first.orElse(null)),
                        request.origin()))
                .map(Converted.Made::new);
    }
}
