package io.omniflow.ticket.conversation;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.conversation.domain.Author;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.ConversationFact;
import io.omniflow.ticket.conversation.domain.Message;
import io.omniflow.ticket.conversation.domain.Opening;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What callers of the API tell of conversations: taken into the mirror and published, in one transaction, as if the inbox had
 * told it. The event is noted as applied before it is published, so that its way back has no second effect.
 */
@ApplicationScoped
public class FeedConversations {
    /** The consumer of the topic these events go to. */
    public static final String CONSUMER = "ticket-service";

    private final Conversations conversations;
    private final MirrorFact mirrorFact;
    private final ConversationEvents events;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Clock clock;

    FeedConversations(
            Conversations conversations,
            MirrorFact mirrorFact,
            ConversationEvents events,
            Inbox inbox,
            Outbox outbox,
            Clock clock) {
        this.conversations = conversations;
        this.mirrorFact = mirrorFact;
        this.events = events;
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Who tells of which conversation, and the version it must have where the caller insists on one. */
    public record Target(WorkspaceId workspace, UUID conversation, Optional<Long> version, Origin origin) {}

    /** A message to be told; {@code replyId} only of an agent's. */
    public record NewMessage(
            Author author, @Nullable UUID agentId, @Nullable UUID replyId, String body) {
        ConversationFact fact(UUID id) {
            return switch (author) {
                case CONTACT -> new ConversationFact.MessageReceived(id, null, body);
                case AGENT, AUTOMATION -> new ConversationFact.MessageSent(id, author, agentId, replyId, body);
            };
        }
    }

    /** An external id that is there already on this channel answers the conversation that has it, and changes nothing. */
    public Uni<Mirrored> open(
            SqlConnection transaction,
            WorkspaceId workspace,
            Opening opening,
            Optional<NewMessage> message,
            Origin origin) {
        UUID id = Ids.next();
        Told opened = new Told(workspace, id, new ConversationFact.Opened(opening), now(), origin);
        Uni<UUID> owner = opening.externalId() == null
                ? Uni.createFrom().item(id)
                : conversations.claim(transaction, workspace, opening.channel(), opening.externalId(), id);
        return owner.flatMap(known -> {
            if (!known.equals(id)) {
                return conversations
                        .lock(transaction, workspace, known)
                        .map(found -> new Mirrored(found.orElseThrow(), opened, Mirrored.Novelty.KNOWN));
            }
            Uni<Mirrored> made = tell(transaction, opened);
            return message.isEmpty()
                    ? made
                    : made.chain(() -> tell(
                            transaction, new Told(workspace, id, message.get().fact(Ids.next()), opened.at(), origin)));
        });
    }

    /** The message, or that of the reply whose echo it is. */
    public Uni<Message> addMessage(SqlConnection transaction, Target target, NewMessage message) {
        UUID id = Ids.next();
        return change(transaction, target, conversation -> message.fact(id))
                .flatMap(told -> conversations
                        .message(transaction, target.workspace(), target.conversation(), id)
                        .flatMap(found -> found.isPresent() || message.replyId() == null
                                ? Uni.createFrom().item(found)
                                : conversations.message(
                                        transaction, target.workspace(), target.conversation(), message.replyId())))
                .map(found -> found.orElseThrow(() -> Problems.notFound("message")));
    }

    /** @param change what the tags are to become; 422 when they are too many */
    public Uni<Conversation> retag(SqlConnection transaction, Target target, Function<Tags, Tags> change) {
        return change(transaction, target, conversation -> {
            Tags after = change.apply(conversation.tags());
            if (after.values().size() > Tags.MOST
                    && after.values().size() > conversation.tags().values().size()) {
                throw Problems.invalid("/tags", "A conversation has at most " + Tags.MOST + " tags");
            }
            return new ConversationFact.TagsChanged(conversation.tags(), after);
        });
    }

    public Uni<Conversation> close(SqlConnection transaction, Target target) {
        return change(transaction, target, conversation -> new ConversationFact.Closed());
    }

    private Uni<Conversation> change(
            SqlConnection transaction, Target target, Function<Conversation, ConversationFact> fact) {
        return conversations
                .lock(transaction, target.workspace(), target.conversation())
                .map(found -> found.orElseThrow(() -> Problems.notFound("conversation")))
                .invoke(conversation -> ETags.check(target.version(), conversation.version()))
                .flatMap(conversation -> tell(
                        transaction,
                        new Told(
                                target.workspace(),
                                target.conversation(),
                                fact.apply(conversation),
                                now(),
                                target.origin())))
                .map(Mirrored::conversation);
    }

    private Uni<Mirrored> tell(SqlConnection transaction, Told told) {
        return mirrorFact.take(transaction, told).call(mirrored -> {
            if (!mirrored.isNews()) {
                return Uni.createFrom().voidItem();
            }
            OutboundEvent event = events.of(mirrored.told());
            return inbox.passOver(transaction, CONSUMER, event.id())
                    .chain(() -> outbox.append(transaction, List.of(event)));
        });
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }
}
