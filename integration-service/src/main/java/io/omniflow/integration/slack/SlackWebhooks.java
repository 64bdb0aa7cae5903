package io.omniflow.integration.slack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.Secret;
import io.omniflow.integration.incoming.WebhookReader;
import io.omniflow.integration.incoming.domain.IncomingRequest;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.incoming.domain.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Slack's Events API. A repetition ({@code X-Slack-Retry-Num}) is taken like the first try, which may never have arrived; the
 * event's id tells whether it has. Only what people write in a thread is followed.
 */
@ApplicationScoped
class SlackWebhooks implements WebhookReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");
    /** What a person writes has none of the others: a broadcast reply is one as well, and so is one with a file. */
    private static final Set<String> WRITTEN_BY_PEOPLE = Set.of("", "thread_broadcast", "file_share");

    private final Duration window;

    SlackWebhooks(SlackConfig config) {
        this.window = config.webhookWindow();
    }

    @Override
    public Set<ExternalSystem> systems() {
        return Set.of(ExternalSystem.SLACK);
    }

    @Override
    public Verdict judge(OpenConnection connection, IncomingRequest request, Instant now) {
        @Nullable Secret secret = connection.secrets().webhookSecret();
        String timestamp = request.header("X-Slack-Request-Timestamp").orElse("");
        String signature = request.header("X-Slack-Signature").orElse("");
        if (secret == null || !SECONDS.matcher(timestamp).matches()) {
            return new Verdict.Forged("not signed");
        }
        if (!SlackSignature.same(SlackSignature.of(secret.value(), timestamp, request.body()), signature)) {
            return new Verdict.Forged("signed otherwise");
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(signedAt, now).abs().compareTo(window) > 0
                ? new Verdict.TooOld("signed at " + signedAt)
                : verdict(request.body());
    }

    private static Verdict verdict(byte[] body) {
        Optional<JsonNode> read = json(body);
        if (read.isEmpty()) {
            return new Verdict.Unreadable("Not a JSON object");
        }
        JsonNode json = read.get();
        return switch (json.path("type").asText()) {
            case "url_verification" ->
                new Verdict.Challenge(json.path("challenge").asText());
            case "event_callback" -> {
                String id = json.path("event_id").asText();
                yield id.isBlank() ? new Verdict.Unreadable("An event without an event_id") : new Verdict.Genuine(id);
            }
            // Such as app_rate_limited, which tells of a minute in which events were left out.
            case String other
            when !other.isBlank() ->
                new Verdict.Genuine(
                        other + " " + json.path("minute_rate_limited").asText());
            default -> new Verdict.Unreadable("Neither an event nor anything else that has a type");
        };
    }

    @Override
    public List<Signal> read(OpenConnection connection, byte[] body) {
        JsonNode event = json(body)
                .orElseThrow(() -> new IllegalArgumentException("Not a JSON object"))
                .path("event");
        return isReplyOfAPerson(event)
                ? List.of(new Signal.ThreadReply(
                        event.path("channel").asText(),
                        event.path("thread_ts").asText(),
                        event.path("ts").asText(),
                        event.path("user").asText(),
                        SlackText.plain(event.path("text").asText())))
                : List.of();
    }

    /** Our own posts come back with the id of our bot and no subtype; other bots are not answered either, or two would never end. */
    private static boolean isReplyOfAPerson(JsonNode event) {
        String thread = event.path("thread_ts").asText("");
        return event.path("type").asText().equals("message")
                && WRITTEN_BY_PEOPLE.contains(event.path("subtype").asText(""))
                && !isSet(event, "bot_id")
                && !isSet(event, "app_id")
                && !isSet(event, "bot_profile")
                && isSet(event, "user")
                && !event.path("text").asText().isBlank()
                && !thread.isEmpty()
                && !thread.equals(event.path("ts").asText());
    }

    private static boolean isSet(JsonNode event, String field) {
        JsonNode value = event.path(field);
        return value.isObject() || !value.asText("").isBlank();
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }
}
