package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.SigningKey;
import io.omniflow.local.identity.TokenRole;
import io.omniflow.local.identity.Tokens;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Nobody gets in without a token that the suite signed, and nobody sees another workspace. */
@ExtendWith(OneSuite.class)
class IdentityStoryTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String JSON = "application/json";
    private static final UUID SOMEBODY = UUID.fromString("019ab3f2-1111-7c3f-8a4b-5c6d7e8f9a0b");
    private static final List<String> ONE_OF_EACH_SERVICE = List.of(
            "/api/v1/tickets",
            "/api/v1/sla/tickets/" + SOMEBODY,
            "/api/v1/audit",
            "/api/v1/integrations/links?ticketId=" + SOMEBODY);

    private final Suite suite;

    IdentityStoryTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void every_service_refuses_who_has_no_token_of_ours(@TempDir Path folder) throws Exception {
        Tokens.Bearer bearer = new Tokens.Bearer(SOMEBODY, "mallory", TokenRole.ADMIN, List.of());
        Instant now = Clock.systemUTC().instant();
        Tokens foreign = new Tokens(SigningKey.in(Files.createDirectory(folder.resolve("keys"))));
        String good = suite.token(SOMEBODY, TokenRole.ADMIN, "mallory");
        Map<String, List<String>> callers = Map.of(
                "nobody", List.of(),
                "no token at all", List.of("Authorization", "Bearer not.a.token"),
                "another scheme", List.of("Authorization", "Basic bWFsbG9yeTpzZWNyZXQ="),
                "a foreign key", List.of("Authorization", "Bearer " + foreign.sign(bearer, now, SOON)),
                "a changed signature", List.of("Authorization", "Bearer " + changed(good)),
                "a token of yesterday", List.of("Authorization", "Bearer " + suite.expiredToken(bearer)));
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(SOON).build()) {
            for (String path : ONE_OF_EACH_SERVICE) {
                for (Map.Entry<String, List<String>> caller : callers.entrySet()) {
                    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(suite.baseUrl() + path))
                            .timeout(SOON);
                    if (!caller.getValue().isEmpty()) {
                        request.headers(caller.getValue().toArray(String[]::new));
                    }
                    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
                    String what = caller.getKey() + " at " + path + ": " + answer.body();
                    assertEquals(401, answer.statusCode(), what);
                    assertEquals(
                            "application/problem+json",
                            answer.headers()
                                    .firstValue("Content-Type")
                                    .orElse("")
                                    .replaceAll(";.*", ""),
                            what);
                }
            }
        }
    }

    @Test
    void what_belongs_to_another_workspace_is_not_there(@TempDir Path folder) throws Exception {
        try (LinearFakeProgram linear = LinearFakeProgram.start(folder);
                SuiteApi own = api(UUID.randomUUID());
                SuiteApi other = api(UUID.randomUUID())) {
            String ticket = made(own, "/api/v1/tickets", "{\"title\": \"Ours\"}");
            String connection = made(own, "/api/v1/integrations/connections", linear.connection());
            String link = made(
                    own,
                    "/api/v1/integrations/links",
                    "{\"ticketId\": \"" + ticket + "\", \"connectionId\": \"" + connection + "\"}");
            String entry = own.await(
                            "The audit of the ticket", "/api/v1/audit?ticketId=" + ticket, SOON, page -> !page.path(
                                            "items")
                                    .isEmpty())
                    .path("items")
                    .path(0)
                    .path("id")
                    .asText();
            for (String path : List.of(
                    "/api/v1/tickets/" + ticket,
                    "/api/v1/tickets/" + ticket + "/timeline",
                    "/api/v1/tickets/" + ticket + "/notes",
                    "/api/v1/sla/tickets/" + ticket,
                    "/api/v1/sla/tickets/" + ticket + "/explain",
                    "/api/v1/audit/" + entry,
                    "/api/v1/integrations/links/" + link,
                    "/api/v1/integrations/connections/" + connection)) {
                own.await("Our own " + path, path, SOON, body -> true);
                SuiteApi.Answer answer = other.get(path);
                assertEquals(404, answer.status(), () -> path + ": " + answer.body());
            }
            assertEquals(
                    404,
                    other.patch("/api/v1/tickets/" + ticket, "{\"status\": \"closed\"}")
                            .status());
            assertEquals(0, count(other, "/api/v1/audit?ticketId=" + ticket));
            assertEquals(0, count(other, "/api/v1/integrations/links?ticketId=" + ticket));
            assertEquals(0, count(other, "/api/v1/tickets"));
        }
    }

    private SuiteApi api(UUID workspace) throws Exception {
        return new SuiteApi(suite.baseUrl(), suite.token(workspace, TokenRole.ADMIN, "anna"));
    }

    private static String made(SuiteApi api, String path, String body) throws InterruptedException {
        return api.post(path, JSON, body).orFail(path).body().path("id").asText();
    }

    private static int count(SuiteApi api, String path) throws InterruptedException {
        return api.get(path).orFail(path).body().path("items").size();
    }

    /** The first character of the signature, for the last one has bits that mean nothing. */
    private static String changed(String token) {
        int signature = token.lastIndexOf('.') + 1;
        char other = token.charAt(signature) == 'A' ? 'B' : 'A';
        return token.substring(0, signature) + other + token.substring(signature + 1);
    }
}
