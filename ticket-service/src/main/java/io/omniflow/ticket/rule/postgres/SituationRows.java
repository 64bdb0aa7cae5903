package io.omniflow.ticket.rule.postgres;

import io.omniflow.ticket.conversation.domain.Activity;
import io.omniflow.ticket.conversation.domain.Channel;
import io.omniflow.ticket.conversation.domain.ContactCard;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.rule.domain.LinkedTicket;
import io.omniflow.ticket.rule.domain.Sender;
import io.omniflow.ticket.rule.domain.Situation;
import io.omniflow.ticket.rule.domain.Trigger;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@link SituationSql} reads. */
final class SituationRows {
    private SituationRows() {}

    static Situation situation(Row row, Set<String> addedTags, Instant at, List<UUID> behind) {
        return new Situation(
                conversation(row), row.getString("message"), sender(row), ticket(row), addedTags, at, behind, Map.of());
    }

    /** As if the trigger had come last of all that happened: each tag counts as added just now. */
    static Situation last(Row row, Trigger trigger) {
        Conversation conversation = conversation(row);
        @Nullable LinkedTicket ticket = ticket(row);
        @Nullable OffsetDateTime written = row.getOffsetDateTime("message_at");
        Set<String> tags = new HashSet<>();
        if (trigger == Trigger.TAG_ADDED) {
            tags.addAll(conversation.tags().values());
            tags.addAll(ticket == null ? List.of() : ticket.tags().values());
        }
        Instant at = trigger == Trigger.CONVERSATION_OPENED || written == null
                ? conversation.openedAt()
                : written.toInstant();
        return situation(row, tags, at, List.of());
    }

    private static Conversation conversation(Row row) {
        @Nullable String channel = row.getString("channel");
        @Nullable OffsetDateTime written = row.getOffsetDateTime("last_message_at");
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
                written == null ? null : written.toInstant(),
                row.getLong("version"));
    }

    /** The contact as it is known; the conversation's own word where there is none. */
    private static Sender sender(Row row) {
        if (row.getUUID("known_contact") == null) {
            return new Sender(
                    row.getString("contact_name"),
                    row.getString("contact_email"),
                    row.getString("contact_phone"),
                    Map.of());
        }
        Map<String, String> attributes = new HashMap<>();
        JsonObject stored = row.getJsonObject("attributes");
        stored.fieldNames().forEach(name -> attributes.put(name, stored.getString(name)));
        return new Sender(
                row.getString("known_name"), row.getString("known_email"), row.getString("known_phone"), attributes);
    }

    private static @Nullable LinkedTicket ticket(Row row) {
        @Nullable UUID id = row.getUUID("ticket_id");
        return id == null
                ? null
                : new LinkedTicket(
                        new TicketId(id),
                        row.getUUID("ticket_team_id"),
                        new Tags(List.of(row.getArrayOfStrings("ticket_tags"))));
    }
}
