package io.omniflow.ticket.lifecycle.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Tokens;
import io.omniflow.ticket.lifecycle.TicketEvents;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How fast tickets are opened over HTTP, against the limit: pgbench running the same statement on the same PostgreSQL, one
 * after the other. Needs pgbench on the PATH. It prints figures and asserts none.
 */
@Tag("benchmark")
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class OpenTicketBenchmarkIT {
    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final String BODY = "{\"title\":\"Checkout fails\",\"priority\":\"high\",\"tags\":[\"billing\"]}";

    private final UUID workspace = UUID.randomUUID();

    @TestHTTPResource("/api/v1/tickets")
    @SuppressWarnings("NullAway") // set by Quarkus before the test, as @Inject would be
    URI tickets;

    @Inject
    TicketEvents events;

    @Inject
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void opening_tickets_is_measured_against_the_same_statement_alone() throws Exception {
        requestsASecond(WARM_UP);
        double overHttp = requestsASecond(MEASURED);
        double alone = pgbench();
        double overHttpAgain = requestsASecond(MEASURED);
        System.out.printf(
                "benchmark open-ticket: %,.0f/s and %,.0f/s over HTTP (%d connections, client in the same JVM),"
                        + " %,.0f/s by pgbench, ratio %.2f%n",
                overHttp, overHttpAgain, CONNECTIONS, alone, Math.max(overHttp, overHttpAgain) / alone);
    }

    private double requestsASecond(Duration duration) throws Exception {
        String token = Tokens.token(workspace, "anna", Roles.AGENT);
        HttpRequest request = HttpRequest.newBuilder(tickets)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(BODY))
                .build();
        long end = System.nanoTime() + duration.toNanos();
        try (HttpClient client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .build();
                ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                counts.add(threads.submit(() -> {
                    int done = 0;
                    while (System.nanoTime() < end) {
                        assertEquals(
                                201,
                                client.send(request, HttpResponse.BodyHandlers.discarding())
                                        .statusCode());
                        done++;
                    }
                    return done;
                }));
            }
            int all = 0;
            for (Future<Integer> count : counts) {
                all += count.get();
            }
            return all / (double) duration.toSeconds();
        }
    }

    private double pgbench() throws Exception {
        Path script = Files.createTempFile("open-ticket", ".sql");
        try (Connection connection = Databases.runtime()) {
            Files.writeString(script, script());
            URI database = URI.create(connection.getMetaData().getURL().substring("jdbc:".length()));
            ProcessBuilder pgbench = new ProcessBuilder(
                    "pgbench",
                    "-n",
                    "-M",
                    "prepared",
                    "-c",
                    Integer.toString(CONNECTIONS),
                    "-j",
                    "2",
                    "-T",
                    Long.toString(MEASURED.toSeconds()),
                    "-f",
                    script.toString(),
                    "-h",
                    database.getHost(),
                    "-p",
                    Integer.toString(database.getPort()),
                    "-U",
                    connection.getMetaData().getUserName(),
                    database.getPath().substring(1));
            pgbench.environment().put("PGPASSWORD", password);
            Process process = pgbench.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(0, process.waitFor(), said);
            Matcher rate = Pattern.compile("tps = ([0-9.]+)").matcher(said);
            assertTrue(rate.find(), said);
            return Double.parseDouble(rate.group(1));
        } finally {
            Files.delete(script);
        }
    }

    /** The statement with a new ticket in place of its parameters. pgbench would take ":name" for a variable of its own. */
    private String script() {
        WorkspaceId owner = new WorkspaceId(UUID.randomUUID());
        TicketId id = new TicketId(UUID.randomUUID());
        Accepted opened = Ticket.open(
                new NewTicket(
                        "Checkout fails",
                        null,
                        Status.OPEN,
                        Priority.HIGH,
                        null,
                        null,
                        Tags.of(List.of("billing")),
                        List.of(),
                        List.of(),
                        Map.of(),
                        Source.API,
                        null),
                id,
                4_711_471_147L,
                Instant.EPOCH);
        JsonArray rows = Outbox.rows(
                events.of(owner, opened.facts(), new Origin("agent:anna", "benchmark", null), History.LIVE));
        String eventId = rows.getJsonObject(0).getString("id");
        String ticket =
                new JsonArray().add(TicketRows.row(owner, opened.ticket())).encode();
        return "\\set number random(1, 1000000000000)\n"
                + SaveStatements.make()
                        .insert()
                        .replaceFirst(
                                "with clock as",
                                "with ids as materialized (select uuidv7()::text as id, uuidv7()::text as event),"
                                        + " clock as")
                        .replace("$1::jsonb", fresh(ticket, id, eventId))
                        .replace("$2::jsonb", fresh(rows.encode(), id, eventId))
                        .replace("$3::text[]", "array['createdAt', 'updatedAt']")
                        .replace("HH24:MI:SS", "HH24.MI.SS")
                        .replace('\n', ' ')
                        .replace("::", " :: ")
                + ";\n";
    }

    /** A colon between a name and its value gets a blank, one inside a text is written as JSON's escape. */
    private static String fresh(String json, TicketId id, String eventId) {
        String colonless = json.replace("'", "''").replace("\":", "\": ").replaceAll(":(?=\\w)", "\\\\u003a");
        return "(select replace(replace(replace('" + colonless + "', '" + id.value() + "', id), '" + eventId
                + "', event), '4711471147', :number::text) from ids)::jsonb";
    }
}
