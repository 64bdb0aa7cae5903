package io.omniflow.ticket.conversation.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.conversation.domain.Activity;
import io.omniflow.ticket.conversation.domain.Author;
import io.omniflow.ticket.conversation.domain.Channel;
import io.omniflow.ticket.conversation.domain.ContactCard;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.Message;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Conversations and messages as rows, and back. */
final class ConversationRows {
    static final String COLUMNS = "c.id, c.channel, c.subject, c.contact_id, c.contact_name, c.contact_email,"
            + " c.contact_phone, c.external_id, c.inbox_address, c.language, c.tags, c.state, c.opened_at,"
            + " c.last_message_at, c.version";
    static final String MESSAGE = "id, conversation_id, author, author_id, body, reply_id, at, recorded_at";

    private ConversationRows() {}

    static Conversation conversation(Row row) {
        @Nullable String channel = row.getString("channel");
        return new Conversation(
                row.getUUID("id"),
                channel == null ? null : Channel.valueOf(channel.toUpperCase(Locale.ROOT)),
                row.getString("subject"),
                row.getUUID("contact_id"),
                new ContactCard(
                        row.getString("contact_name"), row.getString("contact_email"), row.getString("contact_phone")),
                row.getString("external_id"),
                row.getString("inbox_address"),
                row.getString("language"),
                new Tags(List.of(row.getArrayOfStrings("tags"))),
                Activity.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getOffsetDateTime("opened_at").toInstant(),
                optional(row.getOffsetDateTime("last_message_at")),
                row.getLong("version"));
    }

    /** $1 the workspace, then the columns of {@link #COLUMNS}. */
    static Tuple values(WorkspaceId workspace, Conversation conversation) {
        return Tuple.tuple()
                .addUUID(workspace.value())
                .addUUID(conversation.id())
                .addValue(conversation.channel() == null ? null : name(conversation.channel()))
                .addValue(conversation.subject())
                .addValue(conversation.contactId())
                .addValue(conversation.contact().name())
                .addValue(conversation.contact().email())
                .addValue(conversation.contact().phone())
                .addValue(conversation.externalId())
                .addValue(conversation.inboxAddress())
                .addValue(conversation.language())
                .addArrayOfString(conversation.tags().values().toArray(String[]::new))
                .addString(name(conversation.activity()))
                .addOffsetDateTime(utc(conversation.openedAt()))
                .addValue(conversation.lastMessageAt() == null ? null : utc(conversation.lastMessageAt()))
                .addLong(conversation.version());
    }

    static Message message(Row row) {
        return new Message(
                row.getUUID("id"),
                row.getUUID("conversation_id"),
                Author.valueOf(row.getString("author").toUpperCase(Locale.ROOT)),
                row.getUUID("author_id"),
                row.getString("body"),
                row.getUUID("reply_id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getOffsetDateTime("recorded_at").toInstant());
    }

    /** The name of a constant as it is stored. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant optional(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
