package io.omniflow.integration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.linear.fake.LinearFake;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** Secrets go in and are not seen again: not in the database, not in an answer, not in a log. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SecretsIT {
    private static final String HOOK = "whsec_seen_nowhere_again";
    private static final String WRONG_KEY = "lin_api_refused_and_seen_nowhere";

    @Inject
    Pool pool;

    @Test
    void secrets_are_nowhere_in_the_clear() {
        Lines lines = new Lines();
        Logger.getLogger("").addHandler(lines);
        try (Desk desk = new Desk()) {
            Map<String, Object> body = Desk.connection();
            body.put("webhookSecret", HOOK);
            String connection = desk.connect(body);
            desk.await(desk.push(connection), "linked");
            body.put("credentials", Map.of("apiKey", WRONG_KEY));
            String wrong = desk.connect(body);
            desk.as("admin")
                    .post(Desk.CONNECTIONS + "/" + wrong + "/test")
                    .then()
                    .statusCode(200);
            desk.as("admin")
                    .body("{\"system\":\"linear\",\"credentials\":{\"apiKey\":\"" + WRONG_KEY + "\"},\"x\":1}")
                    .post(Desk.CONNECTIONS)
                    .then()
                    .statusCode(400);

            assertHidden(desk.as("agent").get(Desk.CONNECTIONS).asString());
            assertHidden(desk.as("agent").get(Desk.DELIVERIES).asString());
        } finally {
            Logger.getLogger("").removeHandler(lines);
        }
        assertHidden(lines.text());
        tables().forEach(this::assertHiddenIn);
    }

    private List<String> tables() {
        List<String> tables = new ArrayList<>();
        pool.query(
                        "select tablename from pg_tables where schemaname = 'public' and tablename <> 'flyway_schema_history'")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> tables.add(row.getString("tablename")));
        assertTrue(tables.containsAll(List.of("connection", "link", "delivery", "idempotency_key", "outbox")));
        return tables;
    }

    private void assertHiddenIn(String table) {
        pool.query("select row_to_json(t)::text as content from " + table + " t")
                .execute()
                .await()
                .indefinitely()
                .forEach(row -> assertHidden(row.getString("content")));
    }

    private static void assertHidden(String text) {
        for (String secret : List.of(LinearFake.API_KEY, HOOK, WRONG_KEY)) {
            String hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
            assertFalse(text.contains(secret), "a secret was seen");
            assertFalse(text.contains(hex), "a secret was seen as bytes");
        }
    }

    /** Keeps what is logged. */
    private static final class Lines extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(line.getMessage() + " " + Arrays.toString(line.getParameters()) + " " + line.getThrown());
        }

        String text() {
            return String.join("\n", lines);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
