package io.omniflow.ticket.conversation.kafka;

import io.omniflow.contract.ConversationEvent;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.json.StorableText;
import io.omniflow.ticket.conversation.FeedConversations;
import io.omniflow.ticket.conversation.MirrorFact;
import io.omniflow.ticket.conversation.Told;
import io.omniflow.ticket.conversation.domain.Author;
import io.omniflow.ticket.conversation.domain.ContactCard;
import io.omniflow.ticket.conversation.domain.ConversationFact;
import io.omniflow.ticket.conversation.domain.Opening;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** What the Unified Inbox tells of its conversations. */
@ApplicationScoped
public class ConversationEventsIn {
    private final Inbox inbox;
    private final MirrorFact mirrorFact;

    ConversationEventsIn(Inbox inbox, MirrorFact mirrorFact) {
        this.inbox = inbox;
        this.mirrorFact = mirrorFact;
    }

    @Incoming("conversations")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(FeedConversations.CONSUMER, batch, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> events) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ReceivedEvent received : events) {
            if (received.data() instanceof ConversationEvent event) {
                done = done.chain(() ->
                        mirrorFact.take(transaction, told(received, event)).replaceWithVoid());
            }
        }
        return done;
    }

    private static Told told(ReceivedEvent received, ConversationEvent event) {
        return new Told(
                received.workspace(),
                event.conversationId(),
                fact(event, received.origin().actor()),
                TicketFilter.storable(received.time()).orElseGet(Instant::now).truncatedTo(ChronoUnit.MILLIS),
                received.causes(received.origin().actor()),
                received.history());
    }

    private static ConversationFact fact(ConversationEvent event, String actor) {
        return switch (event) {
            case ConversationEvent.Opened opened -> new ConversationFact.Opened(opening(opened));
            case ConversationEvent.MessageReceived received ->
                new ConversationFact.MessageReceived(
                        received.messageId(), received.contactId(), StorableText.of(received.body()));
            case ConversationEvent.MessageSent sent ->
                new ConversationFact.MessageSent(
                        sent.messageId(),
                        author(sent.agentId(), actor),
                        sent.agentId(),
                        sent.replyId(),
                        StorableText.of(sent.body()));
            case ConversationEvent.ReplyFailed failed ->
                new ConversationFact.ReplyFailed(failed.replyId(), StorableText.of(failed.reason()));
            case ConversationEvent.TagsChanged changed ->
                new ConversationFact.TagsChanged(tags(changed.before()), tags(changed.after()));
            case ConversationEvent.Closed _ -> new ConversationFact.Closed();
        };
    }

    /** Only what an agent is known to have sent stops a clock: without agent or a word of one, it was an automation. */
    private static Author author(@Nullable UUID agent, String actor) {
        boolean isAgent = !actor.startsWith("automation:") && (agent != null || actor.startsWith("agent:"));
        return isAgent ? Author.AGENT : Author.AUTOMATION;
    }

    private static Opening opening(ConversationEvent.Opened opened) {
        return new Opening(
                InboxChannels.read(opened.channel()),
                StorableText.orNull(opened.subject()),
                opened.contactId(),
                opened.contact() == null
                        ? ContactCard.EMPTY
                        : new ContactCard(
                                StorableText.orNull(opened.contact().name()),
                                StorableText.orNull(opened.contact().email()),
                                StorableText.orNull(opened.contact().phone())),
                StorableText.orNull(opened.externalId()),
                StorableText.orNull(opened.inboxAddress()),
                StorableText.orNull(opened.language()),
                tags(opened.tags()));
    }

    private static Tags tags(List<String> tags) {
        return Tags.of(tags.stream().map(StorableText::of).toList());
    }
}
