package io.omniflow.integration.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.integration.connection.domain.ConnectionDraft;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ConnectionTerms;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.Secret;
import io.omniflow.integration.connection.domain.Secrets;
import io.omniflow.integration.connection.domain.Sync;
import io.omniflow.integration.incoming.domain.IncomingRequest;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.incoming.domain.Verdict;
import io.omniflow.kit.identity.WorkspaceId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LinearWebhooksTest {
    private static final String BODY =
            "{\"action\":\"update\",\"type\":\"Issue\",\"data\":{\"id\":\"i-1\",\"updatedAt\":\"2026-11-28T12:00:00.000Z\"},"
                    + "\"updatedFrom\":{\"stateId\":\"a\"},\"webhookTimestamp\":1796040000000}";
    /** Of the body with the secret, computed by OpenSSL. */
    private static final String SIGNATURE = "193a5f30b14b0a8e66156b182d76fa0afb3b4739978f453a3dfc7fef70045044";

    private static final Instant SENT = Instant.ofEpochMilli(1_796_040_000_000L);

    private final LinearWebhooks linear = new LinearWebhooks(new MinuteWindow());
    private final OpenConnection connection = OpenConnection.create(
            new WorkspaceId(UUID.randomUUID()),
            new ConnectionId(UUID.randomUUID()),
            new ConnectionDraft(
                    new ConnectionTerms(
                            ExternalSystem.LINEAR, "Linear", null, Map.of("teamId", "T1"), Sync.BIDIRECTIONAL),
                    new Secrets(Map.of("apiKey", new Secret("k")), new Secret("s3cret"))),
            SENT);

    @Test
    void what_is_signed_in_time_is_genuine() {
        assertEquals(new Verdict.Genuine("d-1"), judged(BODY, SIGNATURE, SENT));
        assertEquals(new Verdict.Genuine("d-1"), judged(BODY, SIGNATURE, SENT.plusSeconds(60)));
        assertEquals(new Verdict.Genuine("d-1"), judged(BODY, SIGNATURE, SENT.minusSeconds(60)));
    }

    @Test
    void what_is_late_or_early_is_too_old() {
        assertInstanceOf(Verdict.TooOld.class, judged(BODY, SIGNATURE, SENT.plusMillis(60_001)));
        assertInstanceOf(Verdict.TooOld.class, judged(BODY, SIGNATURE, SENT.minusMillis(60_001)));
    }

    @Test
    void one_byte_changed_is_forged() {
        assertInstanceOf(Verdict.Forged.class, judged(BODY.replace("i-1", "i-2"), SIGNATURE, SENT));
        assertInstanceOf(Verdict.Forged.class, judged(BODY, "0" + SIGNATURE.substring(1), SENT));
        assertInstanceOf(Verdict.Forged.class, judged(BODY, "", SENT));
    }

    @Test
    void a_change_of_state_is_a_reason_to_look() {
        assertEquals(
                List.of(new Signal.IssueChanged(
                        "i-1", Optional.of(Instant.parse("2026-11-28T12:00:00Z")), Optional.empty())),
                read(BODY));
        assertEquals(List.of(), read(BODY.replace("stateId", "title")));
        assertEquals(
                1,
                read(BODY.replace(",\"updatedFrom\":{\"stateId\":\"a\"}", "")).size(),
                "older ones do not say what changed");
        assertEquals(List.of(), read(BODY.replace("update\"", "create\"")));
        assertEquals(List.of(), read("{}"));
    }

    @Test
    void a_comment_is_told_with_its_author() {
        assertEquals(
                List.of(new Signal.CommentWritten(
                        "i-1", "c-1", "Grace", Optional.of("u-1"), "Fixed", Instant.parse("2026-11-28T12:00:00Z"))),
                read("""
                    {"action": "create", "type": "Comment", "actor": {"id": "u-1", "name": "Grace"},
                     "data": {"id": "c-1", "issueId": "i-1", "body": "Fixed", "createdAt": "2026-11-28T12:00:00.000Z"}}\
                    """));
    }

    private Verdict judged(String body, String signature, Instant now) {
        IncomingRequest request = new IncomingRequest(
                Map.of("linear-signature", signature, "linear-delivery", "d-1"),
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8));
        return linear.judge(connection, request, now);
    }

    private List<Signal> read(String body) {
        return linear.read(connection, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The settings as they are where nothing is set. */
    private record MinuteWindow() implements LinearConfig {
        @Override
        public URI publicAddress() {
            return URI.create("https://api.linear.app");
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public int callsPerSecond() {
            return 20;
        }

        @Override
        public int breakerWindow() {
            return 10;
        }

        @Override
        public Duration breakerPause() {
            return Duration.ofSeconds(15);
        }

        @Override
        public Duration webhookWindow() {
            return Duration.ofSeconds(60);
        }
    }
}
