package io.omniflow.integration.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.thread.Line;
import io.omniflow.integration.thread.Opening;
import io.omniflow.integration.thread.domain.Progress;
import io.omniflow.integration.thread.domain.TicketCard;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlackMessagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID MARKER = UUID.randomUUID();

    @Test
    void the_longest_title_fits_into_slacks_limits() {
        JsonNode message = opening("\uD83D\uDE00".repeat(300));
        String header = message.at("/blocks/0/text/text").asText();
        assertTrue(header.length() <= 150, header);
        assertTrue(header.endsWith("\uD83D\uDE00…"), "no half a character");
        assertTrue(message.path("text").asText().length() <= 3_000);
    }

    @Test
    void a_title_is_escaped_where_slack_reads_markup_and_only_there() {
        JsonNode message = opening("<!here> & more");
        assertEquals("#42 &lt;!here&gt; &amp; more", message.path("text").asText());
        assertEquals("plain_text", message.at("/blocks/0/text/type").asText());
        assertEquals("#42 <!here> & more", message.at("/blocks/0/text/text").asText());
    }

    @Test
    void a_line_goes_into_its_thread_and_is_not_unfurled() {
        JsonNode line =
                JSON.valueToTree(SlackMessages.line("C1", "1.0", new Line(MARKER, "x".repeat(5_000), Instant.EPOCH)));
        assertEquals("1.0", line.path("thread_ts").asText());
        assertEquals(3_000, line.path("text").asText().length());
        assertTrue(line.has("unfurl_links") && !line.path("unfurl_links").asBoolean());
    }

    @Test
    void a_message_is_found_by_its_marker_among_those_of_others() {
        JsonNode ours = opening("Checkout fails").path("metadata");
        JsonNode messages = JSON.createArrayNode()
                .add(JSON.createObjectNode().put("ts", "1.0").put("text", MARKER.toString()))
                .add(JSON.createObjectNode().put("ts", "2.0").set("metadata", ours));
        assertEquals(Optional.of("2.0"), SlackMessages.marked(messages, MARKER));
        assertEquals(Optional.empty(), SlackMessages.marked(messages, UUID.randomUUID()));
        assertEquals(Optional.empty(), SlackMessages.marked(JSON.missingNode(), MARKER));
    }

    private static JsonNode opening(String title) {
        TicketCard card = new TicketCard(42, title, Priority.HIGH, Progress.OPEN);
        return JSON.valueToTree(SlackMessages.opening(
                "C1", new Opening(MARKER, card, URI.create("https://desk.example/tickets/42"), Instant.EPOCH)));
    }
}
