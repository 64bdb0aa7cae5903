package io.omniflow.integration.slack;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.thread.Line;
import io.omniflow.integration.thread.Opening;
import io.omniflow.integration.thread.domain.TicketCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages as {@code chat.postMessage} takes them. Each carries its marker as metadata, which Slack shows to nobody and gives
 * back when messages are read.
 */
final class SlackMessages {
    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_SECTION = 3_000;
    private static final String MARKER = "id";

    private SlackMessages() {}

    static Map<String, Object> opening(String channel, Opening opening) {
        TicketCard card = opening.card();
        String name = "#" + card.number() + " " + card.title();
        String facts = "*Priority:* " + words(card.priority()) + "   *Status:* "
                + card.status().words();
        String link = "<" + SlackText.escaped(opening.address().toString()) + "|Open the ticket>";
        Map<String, Object> message = message(channel, opening.marker(), "omniflow_ticket");
        message.put("text", SlackText.escaped(name, LONGEST_SECTION));
        message.put(
                "blocks",
                List.of(
                        Map.of("type", "header", "text", Map.of("type", "plain_text", "text", cut(name))),
                        Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", facts + "\n" + link))));
        return message;
    }

    static Map<String, Object> line(String channel, String thread, Line line) {
        Map<String, Object> message = message(channel, line.marker(), "omniflow_update");
        message.put("thread_ts", thread);
        message.put("text", SlackText.escaped(line.text(), LONGEST_SECTION));
        return message;
    }

    /** Slack's id of the message that carries the marker. */
    static Optional<String> marked(JsonNode messages, UUID marker) {
        return messages.valueStream()
                .filter(message -> message.path("metadata")
                        .path("event_payload")
                        .path(MARKER)
                        .asText("")
                        .equals(marker.toString()))
                .map(message -> message.path("ts").asText(""))
                .filter(ts -> !ts.isEmpty())
                .findFirst();
    }

    private static Map<String, Object> message(String channel, UUID marker, String kind) {
        Map<String, Object> message = new HashMap<>();
        message.put("channel", channel);
        message.put("unfurl_links", false);
        message.put("metadata", Map.of("event_type", kind, "event_payload", Map.of(MARKER, marker.toString())));
        return message;
    }

    /** Plain text is not escaped, only shortened. */
    private static String cut(String text) {
        if (text.length() <= LONGEST_HEADER) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_HEADER - 2)) ? LONGEST_HEADER - 2 : LONGEST_HEADER - 1;
        return text.substring(0, end) + "…";
    }

    private static String words(Priority priority) {
        return switch (priority) {
            case LOW -> "Low";
            case NORMAL -> "Normal";
            case HIGH -> "High";
            case URGENT -> "Urgent";
        };
    }
}
