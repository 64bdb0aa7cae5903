package io.omniflow.integration.linear;

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
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Linear's webhooks: the raw body is signed with HMAC-SHA256 in hex, without a prefix. The time it was sent at is in the body;
 * the header is believed only where the body has none.
 */
@ApplicationScoped
class LinearWebhooks implements WebhookReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern MILLISECONDS = Pattern.compile("[0-9]{1,15}");

    private final Duration window;

    LinearWebhooks(LinearConfig config) {
        this.window = config.webhookWindow();
    }

    @Override
    public Set<ExternalSystem> systems() {
        return Set.of(ExternalSystem.LINEAR);
    }

    @Override
    public Verdict judge(OpenConnection connection, IncomingRequest request, Instant now) {
        @Nullable Secret secret = connection.secrets().webhookSecret();
        byte[] body = request.body();
        String signature = request.header("Linear-Signature").orElse("").toLowerCase(Locale.ROOT);
        if (secret == null || !same(signature(secret.value(), body), signature)) {
            return new Verdict.Forged("not signed with the connection's secret");
        }
        Optional<JsonNode> json = json(body);
        if (json.isEmpty()) {
            return new Verdict.Unreadable("Not a JSON object");
        }
        Optional<Instant> sent = sentAt(json.get(), request);
        if (sent.isEmpty()) {
            return new Verdict.Unreadable("Says nowhere when it was sent");
        }
        return Duration.between(sent.get(), now).abs().compareTo(window) > 0
                ? new Verdict.TooOld("sent at " + sent.get())
                : new Verdict.Genuine(request.header("Linear-Delivery")
                        .filter(id -> !id.isBlank())
                        .orElseGet(() -> signature));
    }

    @Override
    public List<Signal> read(OpenConnection connection, byte[] body) {
        JsonNode json = json(body).orElseThrow(() -> new IllegalArgumentException("Not a JSON object"));
        JsonNode data = json.path("data");
        String id = data.path("id").asText("");
        if (id.isEmpty()) {
            return List.of();
        }
        String action = json.path("action").asText();
        return switch (json.path("type").asText()) {
            case "Issue" -> concernsItsState(action, json) ? List.of(changed(json, data, id)) : List.of();
            case "Comment" -> action.equals("create") ? comment(json, data, id) : List.of();
            default -> List.of();
        };
    }

    /** What changed is told by its former values; older webhooks leave them out, and then the issue is looked at. */
    private static boolean concernsItsState(String action, JsonNode json) {
        JsonNode before = json.path("updatedFrom");
        return switch (action) {
            case "update" -> !before.isObject() || before.has("stateId");
            case "remove", "restore" -> true;
            default -> false;
        };
    }

    private static Signal changed(JsonNode json, JsonNode data, String id) {
        return new Signal.IssueChanged(
                id,
                LinearStates.time(data.path("updatedAt").asText()),
                text(json.path("actor").path("id")));
    }

    private static List<Signal> comment(JsonNode json, JsonNode data, String id) {
        Optional<String> issue =
                text(data.path("issueId")).or(() -> text(data.path("issue").path("id")));
        Optional<Instant> at = LinearStates.time(data.path("createdAt").asText())
                .or(() -> LinearStates.time(json.path("createdAt").asText()));
        Optional<String> said = text(data.path("body"));
        if (issue.isEmpty() || at.isEmpty() || said.isEmpty()) {
            return List.of();
        }
        String author = text(data.path("user").path("name"))
                .or(() -> text(json.path("actor").path("name")))
                .orElse("Linear");
        return List.of(new Signal.CommentWritten(
                issue.get(),
                id,
                author,
                text(data.path("userId")).or(() -> text(json.path("actor").path("id"))),
                said.get(),
                at.get()));
    }

    private static Optional<Instant> sentAt(JsonNode json, IncomingRequest request) {
        JsonNode inBody = json.path("webhookTimestamp");
        return inBody.isIntegralNumber() && inBody.canConvertToLong()
                ? Optional.of(Instant.ofEpochMilli(inBody.asLong()))
                : request.header("Linear-Timestamp")
                        .filter(text -> MILLISECONDS.matcher(text).matches())
                        .map(text -> Instant.ofEpochMilli(Long.parseLong(text)));
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.of(node.asText("")).filter(text -> !text.isBlank() && !node.isNull());
    }

    static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HmacSHA256", impossible);
        }
    }

    /** In the same time, wherever they differ. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(JSON.readTree(body)).filter(JsonNode::isObject);
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }
}
