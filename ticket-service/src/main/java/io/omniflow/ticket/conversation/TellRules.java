package io.omniflow.ticket.conversation;

import io.omniflow.kit.outbox.History;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.ConversationFact;
import io.omniflow.ticket.rule.Triggers;
import io.omniflow.ticket.rule.domain.Trigger;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a fact of a conversation an occasion for automation rules. */
@ApplicationScoped
class TellRules {
    private final Triggers triggers;

    TellRules(Triggers triggers) {
        this.triggers = triggers;
    }

    Uni<Void> of(SqlConnection transaction, Conversation before, Mirrored mirrored) {
        if (!mirrored.isNews() || mirrored.told().history() == History.BACKFILL) {
            return Uni.createFrom().voidItem();
        }
        return switch (mirrored.told().fact()) {
            case ConversationFact.Opened _ ->
                note(transaction, mirrored.told(), Trigger.CONVERSATION_OPENED, null, List.of());
            case ConversationFact.MessageReceived received ->
                note(transaction, mirrored.told(), Trigger.MESSAGE_RECEIVED, received.messageId(), List.of());
            case ConversationFact.TagsChanged _ -> tagged(transaction, before, mirrored);
            case ConversationFact.MessageSent _, ConversationFact.ReplyFailed _, ConversationFact.Closed _ ->
                Uni.createFrom().voidItem();
        };
    }

    /** By what was kept, not by what was told. */
    private Uni<Void> tagged(SqlConnection transaction, Conversation before, Mirrored mirrored) {
        List<String> added = mirrored.conversation().tags().values().stream()
                .filter(tag -> !before.tags().values().contains(tag))
                .toList();
        return added.isEmpty()
                ? Uni.createFrom().voidItem()
                : note(transaction, mirrored.told(), Trigger.TAG_ADDED, null, added);
    }

    private Uni<Void> note(
            SqlConnection transaction, Told told, Trigger trigger, @Nullable UUID message, List<String> added) {
        return triggers.note(
                transaction,
                new Triggers.Occasion(
                        told.workspace(),
                        told.conversationId(),
                        trigger,
                        message,
                        added,
                        told.at(),
                        told.origin(),
                        List.of()));
    }
}
