package io.omniflow.integration;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends events as Slack does, signed by a hand of its own rather than by the code under test. */
final class SignedSlack {
    static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    static final String CHANNEL = "C0TICKETS";

    private SignedSlack() {}

    static Map<String, Object> connection() {
        Map<String, Object> body = new HashMap<>();
        body.put("system", "slack");
        body.put("name", "Tickets channel");
        body.put("credentials", Map.of("botToken", "xoxb-fake"));
        body.put("settings", Map.of("channelId", CHANNEL));
        body.put("webhookSecret", SECRET);
        return body;
    }

    /** A person's reply in a thread. */
    static String reply(String eventId, String text) {
        return """
            {"token": "x", "team_id": "T1", "api_app_id": "A1", "type": "event_callback", "event_id": "%s",
             "event_time": 1764324000,
             "event": {"type": "message", "channel": "%s", "user": "U0ANNA", "text": "%s", "ts": "1764324001.000200",
                       "thread_ts": "1764324000.000100", "channel_type": "channel"}}\
            """.formatted(eventId, CHANNEL, text);
    }

    static String newEvent() {
        return "Ev" + UUID.randomUUID();
    }

    static Response send(String connection, String body) {
        return send(connection, SECRET, Instant.now(), body);
    }

    static Response send(String connection, String secret, Instant at, String body) {
        return send("slack", connection, at, signature(secret, at, body), body);
    }

    static Response send(String system, String connection, Instant at, String signature, String body) {
        return given().contentType("application/json; charset=utf-8")
                .header("X-Slack-Request-Timestamp", at.getEpochSecond())
                .header("X-Slack-Signature", signature)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post("/webhooks/" + system + "/" + connection);
    }

    static String signature(String secret, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] signed = mac.doFinal(("v0:" + at.getEpochSecond() + ":" + body).getBytes(StandardCharsets.UTF_8));
            return "v0=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
