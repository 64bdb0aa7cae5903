package io.omniflow.ticket.conversation.kafka;

import io.omniflow.contract.ConversationCommand;
import io.omniflow.contract.ConversationEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.conversation.ConversationEvents;
import io.omniflow.ticket.conversation.Told;
import io.omniflow.ticket.conversation.domain.ContactCard;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.ConversationFact;
import io.omniflow.ticket.conversation.domain.Opening;
import io.omniflow.ticket.conversation.domain.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ConversationEventsOut implements ConversationEvents {
    @Override
    public OutboundEvent of(Told told) {
        return OutboundEvent.of(
                told.workspace(),
                told.conversationId(),
                event(told.conversationId(), told.fact()),
                told.at(),
                null,
                told.origin());
    }

    private static ConversationEvent event(UUID id, ConversationFact fact) {
        return switch (fact) {
            case ConversationFact.Opened(Opening opening) -> opened(id, opening);
            case ConversationFact.MessageReceived f ->
                new ConversationEvent.MessageReceived(id, f.messageId(), f.contactId(), f.body());
            case ConversationFact.MessageSent f ->
                new ConversationEvent.MessageSent(id, f.messageId(), f.replyId(), f.agentId(), f.body());
            case ConversationFact.ReplyFailed f -> new ConversationEvent.ReplyFailed(id, f.replyId(), f.reason());
            case ConversationFact.TagsChanged f ->
                new ConversationEvent.TagsChanged(
                        id, f.before().values(), f.after().values());
            case ConversationFact.Closed _ -> new ConversationEvent.Closed(id);
        };
    }

    private static ConversationEvent opened(UUID id, Opening opening) {
        return new ConversationEvent.Opened(
                id,
                InboxChannels.published(opening.channel()),
                opening.subject(),
                opening.contactId(),
                opening.externalId(),
                opening.tags().values(),
                opening.inboxAddress(),
                opening.language(),
                card(opening.contact()));
    }

    @Override
    public Optional<OutboundEvent> sendReply(
            WorkspaceId workspace, Conversation conversation, Reply reply, Optional<UUID> agent, Origin origin) {
        if (conversation.channel() == null) {
            return Optional.empty();
        }
        ConversationCommand command = new ConversationCommand.SendReply(
                conversation.id(),
                reply.ticketId(),
                reply.id(),
                InboxChannels.published(conversation.channel()),
                conversation.contactId(),
                reply.body(),
                conversation.subject(),
                conversation.externalId(),
                conversation.inboxAddress(),
                card(conversation.contact()),
                agent.orElse(null));
        return Optional.of(OutboundEvent.of(workspace, conversation.id(), command, reply.createdAt(), null, origin));
    }

    private static io.omniflow.contract.@Nullable ContactCard card(ContactCard contact) {
        return contact.isEmpty()
                ? null
                : new io.omniflow.contract.ContactCard(contact.name(), contact.email(), contact.phone());
    }
}
