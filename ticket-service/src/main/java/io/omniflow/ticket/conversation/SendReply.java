package io.omniflow.ticket.conversation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.conversation.domain.Author;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.ConversationFact;
import io.omniflow.ticket.conversation.domain.Delivery;
import io.omniflow.ticket.conversation.domain.Message;
import io.omniflow.ticket.conversation.domain.Reply;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.RefusalProblems;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.omniflow.ticket.lifecycle.domain.Refusal;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Replies to the customer through a linked conversation: a fact of the ticket, a message of the conversation and the order to
 * the inbox, in one transaction. What the inbox then sends comes back with the reply's id and tells that it was delivered.
 */
@ApplicationScoped
public class SendReply {
    private final ShownTickets tickets;
    private final Conversations conversations;
    private final Replies replies;
    private final ChangeTicket changes;
    private final ConversationEvents events;
    private final Outbox outbox;

    SendReply(
            ShownTickets tickets,
            Conversations conversations,
            Replies replies,
            ChangeTicket changes,
            ConversationEvents events,
            Outbox outbox) {
        this.tickets = tickets;
        this.conversations = conversations;
        this.replies = replies;
        this.changes = changes;
        this.events = events;
        this.outbox = outbox;
    }

    /**
     * @param conversation may be left out where the ticket has only one
     * @param agent who replies, where he is one
     */
    public record Request(
            WorkspaceId workspace,
            TicketRef ticket,
            Optional<UUID> conversation,
            String body,
            Optional<UUID> agent,
            Origin origin,
            TicketScope scope) {}

    /**
     * Fails with 404 without the ticket, 409 when it has no conversation, is merged or the mirror does not know the channel
     * yet, 422 when the conversation is another's or has to be named.
     */
    public Uni<Reply> send(SqlConnection transaction, Request request) {
        return tickets.find(transaction, request.workspace(), request.ticket(), request.scope())
                .map(found ->
                        found.orElseThrow(() -> Problems.notFound("ticket")).ticket())
                .flatMap(ticket -> {
                    UUID chosen = chosen(ticket, request.conversation());
                    return conversations
                            .lock(transaction, request.workspace(), chosen)
                            .map(known -> known.orElseThrow(SendReply::unknownChannel))
                            .flatMap(conversation -> accept(transaction, request, ticket, conversation));
                });
    }

    private static UUID chosen(Ticket ticket, Optional<UUID> wanted) {
        if (ticket.mergedInto() != null) {
            throw RefusalProblems.of(new Refusal.AlreadyMerged(ticket.mergedInto()));
        }
        List<UUID> linked = ticket.conversationIds();
        if (linked.isEmpty()) {
            throw Problems.conflict("no-conversation", "The ticket has no conversation to reply through");
        }
        if (wanted.isEmpty() && linked.size() > 1) {
            throw Problems.invalid("/conversationId", "The ticket has several conversations: name one");
        }
        UUID chosen = wanted.orElse(linked.getFirst());
        if (!linked.contains(chosen)) {
            throw notLinked();
        }
        return chosen;
    }

    /** The conversation is locked before the ticket, as everywhere; so the link is looked at once more. */
    private Uni<Reply> accept(SqlConnection transaction, Request request, Ticket seen, Conversation conversation) {
        UUID id = Ids.next();
        ChangeTicket.Target target = new ChangeTicket.Target(
                request.workspace(),
                new TicketRef.ById(seen.id()),
                Optional.empty(),
                request.origin(),
                request.scope());
        Step reply = new Step.Reply(conversation.id(), id, request.body());
        return changes.within(
                        transaction,
                        target,
                        ticket -> ticket.conversationIds().contains(conversation.id()) ? List.of(reply) : List.of())
                .map(accepted -> {
                    if (accepted.facts().isEmpty()) {
                        throw notLinked();
                    }
                    return new Reply(
                            id,
                            seen.id().value(),
                            conversation.id(),
                            request.body(),
                            request.origin().actor(),
                            accepted.ticket().updatedAt(),
                            Delivery.ACCEPTED,
                            null,
                            null,
                            1);
                })
                .call(accepted -> keep(transaction, request, conversation, accepted));
    }

    private Uni<Void> keep(SqlConnection transaction, Request request, Conversation conversation, Reply reply) {
        UUID agent = request.agent().orElse(null);
        ConversationFact sent =
                new ConversationFact.MessageSent(reply.id(), Author.AGENT, agent, reply.id(), reply.body());
        Message message = new Message(
                reply.id(),
                conversation.id(),
                Author.AGENT,
                agent,
                reply.body(),
                reply.id(),
                reply.createdAt(),
                reply.createdAt());
        return replies.add(transaction, request.workspace(), reply)
                .chain(() -> conversations.addMessage(transaction, request.workspace(), message))
                .chain(() -> conversations.save(
                        transaction, request.workspace(), conversation.after(sent, reply.createdAt())))
                .chain(() -> outbox.append(
                        transaction,
                        List.of(events.sendReply(
                                        request.workspace(), conversation, reply, request.agent(), request.origin())
                                .orElseThrow(SendReply::unknownChannel))));
    }

    private static HttpProblem notLinked() {
        return Problems.invalid("/conversationId", "The conversation is not linked to the ticket");
    }

    private static HttpProblem unknownChannel() {
        return Problems.conflict(
                "conversation-not-known", "The inbox has not told yet on which channel the conversation is");
    }
}
