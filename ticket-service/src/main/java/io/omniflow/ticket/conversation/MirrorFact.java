package io.omniflow.ticket.conversation;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.conversation.domain.Author;
import io.omniflow.ticket.conversation.domain.ContactCard;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.ConversationFact;
import io.omniflow.ticket.conversation.domain.Message;
import io.omniflow.ticket.conversation.domain.Opening;
import io.omniflow.ticket.directory.ContactDetails;
import io.omniflow.ticket.directory.Contacts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Takes a fact of a conversation into the mirror and to the linked ticket, whichever way it came. A fact of a conversation
 * nobody has opened yet makes a stub, which its opening fills later: no message is lost to the order things arrive in.
 */
@ApplicationScoped
public class MirrorFact {
    /** What the index takes; a longer one is kept, but finds no conversation again. */
    static final int LONGEST_EXTERNAL_ID = 500;

    private final Conversations conversations;
    private final Replies replies;
    private final Contacts contacts;
    private final TellTicket tellTicket;
    private final TellRules tellRules;
    private final Clock clock;

    MirrorFact(
            Conversations conversations,
            Replies replies,
            Contacts contacts,
            TellTicket tellTicket,
            TellRules tellRules,
            Clock clock) {
        this.conversations = conversations;
        this.replies = replies;
        this.contacts = contacts;
        this.tellTicket = tellTicket;
        this.tellRules = tellRules;
        this.clock = clock;
    }

    public Uni<Mirrored> take(SqlConnection transaction, Told told) {
        return conversations
                .lockOrMake(transaction, told.workspace(), Conversation.stub(told.conversationId(), told.at()))
                .flatMap(conversation -> mirror(transaction, told, conversation)
                        .call(mirrored -> tellRules.of(transaction, conversation, mirrored)));
    }

    private Uni<Mirrored> mirror(SqlConnection transaction, Told told, Conversation conversation) {
        return switch (told.fact()) {
            case ConversationFact.Opened(Opening opening) -> open(transaction, told, conversation, opening);
            case ConversationFact.MessageReceived received -> receive(transaction, told, conversation, received);
            case ConversationFact.MessageSent sent -> sent(transaction, told, conversation, sent);
            case ConversationFact.ReplyFailed failed ->
                replies.failed(transaction, told.workspace(), told.conversationId(), failed)
                        .map(novelty -> new Mirrored(conversation, told, novelty));
            case ConversationFact.TagsChanged _, ConversationFact.Closed _ -> keep(transaction, told, conversation);
        };
    }

    private Uni<Mirrored> open(SqlConnection transaction, Told told, Conversation conversation, Opening opening) {
        if (conversation.channel() != null) {
            return Uni.createFrom().item(new Mirrored(conversation, told, Mirrored.Novelty.KNOWN));
        }
        return recognised(transaction, told.workspace(), opening).flatMap(known -> claim(transaction, told, known)
                .chain(() -> keep(transaction, told.as(new ConversationFact.Opened(known)), conversation)));
    }

    private Uni<Opening> recognised(SqlConnection transaction, WorkspaceId workspace, Opening opening) {
        ContactCard card = opening.contact();
        if (opening.contactId() == null && card.isEmpty()) {
            return Uni.createFrom().item(opening);
        }
        return contacts.recognise(
                        transaction,
                        workspace,
                        opening.contactId(),
                        new ContactDetails(card.name(), card.email(), card.phone()))
                .map(opening::from);
    }

    /** Where another conversation has the external id already, both are kept and the first keeps the id. */
    private Uni<Void> claim(SqlConnection transaction, Told told, Opening opening) {
        if (opening.externalId() == null || opening.externalId().length() > LONGEST_EXTERNAL_ID) {
            return Uni.createFrom().voidItem();
        }
        return conversations
                .claim(transaction, told.workspace(), opening.channel(), opening.externalId(), told.conversationId())
                .replaceWithVoid();
    }

    private Uni<Mirrored> receive(
            SqlConnection transaction,
            Told told,
            Conversation conversation,
            ConversationFact.MessageReceived received) {
        return author(transaction, told.workspace(), conversation, received).flatMap(known -> {
            Told understood = told.as(known);
            Message message = message(understood, known.messageId(), Author.CONTACT, known);
            return add(transaction, understood, conversation, message)
                    .call(mirrored -> mirrored.isNews()
                            ? tellTicket.received(transaction, told.workspace(), message, told.origin())
                            : Uni.createFrom().voidItem());
        });
    }

    /** Who writes without a name is the contact of the conversation. */
    private Uni<ConversationFact.MessageReceived> author(
            SqlConnection transaction,
            WorkspaceId workspace,
            Conversation conversation,
            ConversationFact.MessageReceived received) {
        if (received.contactId() == null || received.contactId().equals(conversation.contactId())) {
            return Uni.createFrom().item(by(conversation.contactId(), received));
        }
        return contacts.recognise(transaction, workspace, received.contactId(), new ContactDetails(null, null, null))
                .map(known -> by(known, received));
    }

    private static ConversationFact.MessageReceived by(
            @Nullable UUID contact, ConversationFact.MessageReceived received) {
        return new ConversationFact.MessageReceived(received.messageId(), contact, received.body());
    }

    private Uni<Mirrored> sent(
            SqlConnection transaction, Told told, Conversation conversation, ConversationFact.MessageSent sent) {
        Uni<Replies.Echo> echo = sent.replyId() == null
                ? Uni.createFrom().item(Replies.Echo.OF_NONE)
                : replies.delivered(transaction, told.workspace(), told.conversationId(), sent.replyId(), told.at());
        return echo.flatMap(found -> switch (found) {
            case FIRST -> Uni.createFrom().item(new Mirrored(conversation, told, Mirrored.Novelty.NEWS));
            case REPEATED -> Uni.createFrom().item(new Mirrored(conversation, told, Mirrored.Novelty.KNOWN));
            case OF_NONE -> sentElsewhere(transaction, told, conversation, sent);
        });
    }

    /** Written in the inbox itself. */
    private Uni<Mirrored> sentElsewhere(
            SqlConnection transaction, Told told, Conversation conversation, ConversationFact.MessageSent sent) {
        Message message = new Message(
                sent.messageId(),
                told.conversationId(),
                sent.author(),
                sent.agentId(),
                sent.body(),
                sent.replyId(),
                told.at(),
                now());
        return add(transaction, told, conversation, message)
                .call(mirrored -> mirrored.isNews() && sent.author() == Author.AGENT
                        ? tellTicket.answered(transaction, told.workspace(), message, told.origin())
                        : Uni.createFrom().voidItem());
    }

    private Message message(Told told, UUID id, Author author, ConversationFact.MessageReceived received) {
        return new Message(
                id, told.conversationId(), author, received.contactId(), received.body(), null, told.at(), now());
    }

    private Uni<Mirrored> add(SqlConnection transaction, Told told, Conversation conversation, Message message) {
        return conversations.addMessage(transaction, told.workspace(), message).flatMap(added -> switch (added) {
            case NEW -> keep(transaction, told, conversation);
            case KNOWN -> Uni.createFrom().item(new Mirrored(conversation, told, Mirrored.Novelty.KNOWN));
        });
    }

    private Uni<Mirrored> keep(SqlConnection transaction, Told told, Conversation before) {
        Conversation after = before.after(told.fact(), told.at());
        if (after.equals(before)) {
            return Uni.createFrom().item(new Mirrored(before, told, Mirrored.Novelty.KNOWN));
        }
        return conversations
                .save(transaction, told.workspace(), after)
                .replaceWith(new Mirrored(after, told, Mirrored.Novelty.NEWS));
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
