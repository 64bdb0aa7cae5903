package io.omniflow.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.omniflow.kit.identity.Roles;
import io.omniflow.testing.sample.Obstacles;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Log lines tell which request they belong to, and not what was in it. */
@QuarkusTest
@TestProfile(JsonLogIT.IntoFile.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class JsonLogIT {
    private static final Path FILE = Path.of("target", "json-log-it.log");

    private final NoteCommands commands = NoteCommands.ofNewTicket();

    @Test
    void a_line_carries_the_correlation_id_and_not_the_body() throws IOException {
        String id = UUID.randomUUID().toString();
        String secret = UUID.randomUUID().toString();
        given().auth()
                .oauth2(Tokens.token(commands.workspace(), "anna", Roles.AGENT))
                .contentType("application/json")
                .header("X-Correlation-Id", id)
                .body(commands.json(Obstacles.POISON + secret))
                .post("/api/v1/notes")
                .then()
                .statusCode(500);
        String expected = "\"correlationId\":\"" + id + "\"";
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Files.readString(FILE).contains(expected));
        assertFalse(Files.readString(FILE).contains(secret));
    }

    public static final class IntoFile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.log.file.enabled", "true",
                    "quarkus.log.file.path", FILE.toString(),
                    "quarkus.log.file.json.enabled", "true");
        }
    }
}
