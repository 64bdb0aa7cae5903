package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a ticket to an issue of the engineers, and back to the ticket. */
@ExtendWith(OneSuite.class)
class LinearStoryTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String JSON = "application/json";

    private final Suite suite;

    LinearStoryTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void a_pushed_ticket_has_one_issue_and_shows_its_address_everywhere(@TempDir Path folder) throws Exception {
        String token = suite.token(UUID.randomUUID(), TokenRole.ADMIN, "anna");
        try (LinearFakeProgram linear = LinearFakeProgram.start(folder);
                SuiteApi api = new SuiteApi(suite.baseUrl(), token)) {
            String connection = made(api, "/api/v1/integrations/connections", linear.connection());
            String ticket = made(api, "/api/v1/tickets", "{\"title\": \"Checkout fails\", \"priority\": \"high\"}");
            String wish = "{\"ticketId\": \"" + ticket + "\", \"connectionId\": \"" + connection + "\"}";

            String link = made(api, "/api/v1/integrations/links", wish);
            String url = api.await("The issue", "/api/v1/integrations/links/" + link, SOON, body -> "linked"
                            .equals(body.path("state").asText()))
                    .path("url")
                    .asText();

            List<JsonNode> issues = linear.issues();
            assertEquals(1, issues.size(), issues::toString);
            assertEquals("Checkout fails", issues.getFirst().path("title").asText());
            assertEquals(url, issues.getFirst().path("url").asText());
            api.await(
                    "The link on the ticket",
                    "/api/v1/tickets/" + ticket,
                    SOON,
                    body -> url.equals(body.path("links").path(0).path("url").asText()));
            api.await(
                    "The link in the timeline",
                    "/api/v1/tickets/" + ticket + "/timeline",
                    SOON,
                    body -> tells(body, url));
            api.await("The link in the audit log", "/api/v1/audit?ticketId=" + ticket, SOON, body -> tells(body, url));

            assertEquals(link, made(api, "/api/v1/integrations/links", wish));
            assertEquals(1, linear.issues().size());
            JsonNode links = api.get("/api/v1/integrations/links?ticketId=" + ticket)
                    .orFail("The ticket's links")
                    .body();
            assertEquals(1, links.path("items").size(), links::toString);
            assertTrue(url.startsWith("https://"), url);
        }
    }

    private static String made(SuiteApi api, String path, String body) throws InterruptedException {
        return api.post(path, JSON, body).orFail(path).body().path("id").asText();
    }

    private static boolean tells(JsonNode page, String url) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(entry -> "link_created".equals(entry.path("kind").asText()))
                .anyMatch(entry -> entry.toString().contains(url));
    }
}
