package io.omniflow.integration.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.thread.Line;
import io.omniflow.integration.thread.Opening;
import io.omniflow.integration.thread.domain.Progress;
import io.omniflow.integration.thread.domain.TicketCard;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against Slack's own document, which is not part of this project; without it there is nothing to compare with. */
class SlackSpecIT {
    private static final String SPEC = "shared/specs/slack-web-api.openapi2.trimmed.json";
    /** Younger than the document, which ends in 2021. */
    private static final Set<String> YOUNGER = Set.of("metadata", "include_all_metadata");

    private static @Nullable JsonNode slack;

    @BeforeAll
    static void read_the_document() throws IOException {
        Path file = projectRoot().resolveSibling(SPEC);
        assumeTrue(Files.exists(file), () -> "skipped: Slack's document is not at " + file);
        slack = JsonMapper.builder().build().readTree(file.toFile());
    }

    @Test
    void messages_have_what_slack_asks_for_and_nothing_it_does_not_know() {
        TicketCard card = new TicketCard(42, "Checkout fails", Priority.HIGH, Progress.OPEN);
        Opening opening =
                new Opening(UUID.randomUUID(), card, URI.create("https://desk.example/tickets/42"), Instant.EPOCH);
        Line line = new Line(UUID.randomUUID(), "Status: Open → Waiting", Instant.EPOCH);
        fits("/chat.postMessage", "post", SlackMessages.opening("C1", opening).keySet());
        fits("/chat.postMessage", "post", SlackMessages.line("C1", "1.0", line).keySet());
    }

    @Test
    void reads_have_what_slack_asks_for_and_nothing_it_does_not_know() {
        Set<String> channel = new HashSet<>(SlackThreads.since(new HashMap<>(Map.of("channel", "C1")), Instant.EPOCH)
                .keySet());
        channel.add("cursor");
        fits("/conversations.history", "get", channel);
        channel.add("ts");
        fits("/conversations.replies", "get", channel);
        fits("/users.info", "get", Set.of("user"));
        fits("/conversations.info", "get", Set.of("channel"));
        fits("/auth.test", "get", Set.of());
    }

    @Test
    void the_answers_fields_we_read_are_those_slack_gives() {
        assertTrue(answer("/chat.postMessage", "post").has("ts"));
        assertTrue(answer("/conversations.history", "get").has("messages"));
        assertTrue(answer("/conversations.replies", "get").has("messages"));
        assertTrue(answer("/users.info", "get").path("user").has("profile"));
        assertTrue(answer("/conversations.info", "get").path("channel").has("is_archived"));
        assertTrue(answer("/auth.test", "get").has("team"));
    }

    @Test
    void most_codes_we_have_words_for_are_slacks() {
        Set<String> known = document()
                .path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(operation -> operation.findValues("enum").stream())
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
        Set<String> unknown = new HashSet<>(SlackAnswers.codes());
        unknown.removeAll(known);
        assertEquals(
                Set.of(
                        "accesslimited",
                        "ekm_access_denied",
                        "internal_error",
                        "message_limit_exceeded",
                        "not_allowed_token_type",
                        "ratelimited",
                        "restricted_action",
                        "service_unavailable",
                        "token_expired"),
                unknown,
                "younger than the document, or undocumented");
    }

    private static void fits(String path, String method, Set<String> sent) {
        List<JsonNode> parameters = document()
                .path("paths")
                .path(path)
                .path(method)
                .path("parameters")
                .valueStream()
                .filter(parameter -> !parameter.path("name").asText().equals("token"))
                .toList();
        assertTrue(document().path("paths").path(path).has(method), path);
        Set<String> known = parameters.stream()
                .map(parameter -> parameter.path("name").asText())
                .collect(Collectors.toSet());
        Set<String> strange = new HashSet<>(sent);
        strange.removeAll(known);
        strange.removeAll(YOUNGER);
        assertEquals(Set.of(), strange, path);
        parameters.stream()
                .filter(parameter -> parameter.path("required").asBoolean())
                .map(parameter -> parameter.path("name").asText())
                .forEach(required -> assertTrue(sent.contains(required), path + " " + required));
    }

    /** The document's own example. */
    private static JsonNode answer(String path, String method) {
        return document()
                .path("paths")
                .path(path)
                .path(method)
                .path("responses")
                .path("200")
                .path("examples")
                .path("application/json");
    }

    private static JsonNode document() {
        return Objects.requireNonNull(slack);
    }

    private static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent(), "no folder above holds mvnw");
        }
        return folder;
    }
}
