package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The moment at which nobody but Linear knows that the issue is there. */
@ExtendWith(RoughSuite.class)
class KilledPushStoryTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String JSON = "application/json";

    private final Path folder;

    KilledPushStoryTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void killing_integration_service_after_linear_made_the_issue_makes_no_second_one(Suite suite) throws Exception {
        try (LinearFakeProgram linear = LinearFakeProgram.holdingItsFirstAnswer(folder);
                SuiteApi api = new SuiteApi(suite.baseUrl(), suite.token())) {
            String connection = made(api, "/api/v1/integrations/connections", linear.connection());
            String ticket = made(api, "/api/v1/tickets", "{\"title\": \"Checkout fails\"}");
            String link = "/api/v1/integrations/links/" + requested(api, ticket, connection);
            await(() -> linear.issues().size() == 1);

            int returns = suite.returns("integration-service");
            suite.kill("integration-service");
            suite.awaitReturn("integration-service", returns);
            JsonNode before = api.get(link).orFail("The link after the kill").body();
            assertEquals("delivering", before.path("state").asText(), before::toString);
            assertEquals(0, before.path("attempts").asInt(), "the worker must not have lived to see the call end");

            JsonNode linked = api.await("The issue", link, SOON, body -> "linked"
                    .equals(body.path("state").asText()));
            List<JsonNode> issues = linear.issues();
            assertEquals(1, issues.size(), issues::toString);
            assertEquals(
                    issues.getFirst().path("url").asText(), linked.path("url").asText());
            api.await(
                    "The link on the ticket",
                    "/api/v1/tickets/" + ticket,
                    SOON,
                    body -> body.path("links").size() == 1);
        }
    }

    private static String made(SuiteApi api, String path, String body) throws InterruptedException {
        return api.post(path, JSON, body).orFail(path).body().path("id").asText();
    }

    /** Nobody waits for what will not come. */
    private static String requested(SuiteApi api, String ticket, String connection) throws InterruptedException {
        return api.postAndGoOn(
                        "/api/v1/integrations/links",
                        JSON,
                        "{\"ticketId\": \"" + ticket + "\", \"connectionId\": \"" + connection + "\"}")
                .orFail("Asking for the issue")
                .body()
                .path("id")
                .asText();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(condition);
    }
}
