package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was answered is kept, whatever happens between the answer and the work; what was not answered comes again. */
@ExtendWith(RoughSuite.class)
class KilledWebhookStoryTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String JSON = "application/json";
    private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
    private static final int WEBHOOKS = 120;
    private static final int ANSWERED_BEFORE = 40;

    private final HttpClient slack =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Test
    void killing_integration_service_between_answer_and_work_loses_no_webhook_and_doubles_none(Suite suite)
            throws Exception {
        try (SuiteApi api = new SuiteApi(suite.baseUrl(), suite.token())) {
            String connection = api.post("/api/v1/integrations/connections", JSON, """
                {"system": "slack", "name": "Tickets channel", "credentials": {"botToken": "xoxb-1"},
                 "settings": {"channelId": "C0TICKETS"}, "webhookSecret": "%s"}\
                """.formatted(SECRET))
                    .orFail("The connection")
                    .body()
                    .path("id")
                    .asText();
            String address = suite.baseUrl() + "/webhooks/slack/" + connection;
            List<String> bodies = IntStream.range(0, WEBHOOKS)
                    .mapToObj(KilledWebhookStoryTest::reply)
                    .toList();
            for (String body : bodies.subList(0, ANSWERED_BEFORE)) {
                assertEquals(200, send(address, body));
            }

            int returns = suite.returns("integration-service");
            suite.kill("integration-service");
            suite.awaitReturn("integration-service", returns);
            // As Slack does with what it saw no answer to, and here with all that was answered as well.
            for (String body : bodies) {
                assertEquals(200, send(address, body));
            }

            JsonNode list = api.await(
                    "All worked off",
                    "/api/v1/integrations/incoming?limit=200&connectionId=" + connection,
                    SOON,
                    page -> page.path("items").size() >= WEBHOOKS
                            && states(page).equals(Set.of("done")));
            assertEquals(WEBHOOKS, list.path("items").size());
            assertTrue(list.path("nextCursor").isNull());
        }
    }

    private static Set<String> states(JsonNode page) {
        Set<String> states = new TreeSet<>();
        page.path("items").forEach(item -> states.add(item.path("state").asText()));
        return states;
    }

    private static String reply(int number) {
        return """
            {"type": "event_callback", "event_id": "Ev%d", "event": {"type": "message", "channel": "C0TICKETS",
             "user": "U1", "text": "Number %d", "ts": "2.0", "thread_ts": "1.0"}}\
            """.formatted(number, number);
    }

    private int send(String address, String body) throws IOException, InterruptedException, GeneralSecurityException {
        String time = Long.toString(Instant.now().getEpochSecond());
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] signed = mac.doFinal(("v0:" + time + ":" + body).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .timeout(SOON)
                .header("Content-Type", JSON)
                .header("X-Slack-Request-Timestamp", time)
                .header("X-Slack-Signature", "v0=" + HexFormat.of().formatHex(signed))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return slack.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
