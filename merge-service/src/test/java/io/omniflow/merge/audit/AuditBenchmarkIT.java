package io.omniflow.merge.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.PlainConnection;
import io.omniflow.testing.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Searching, checking and exporting a log of a million entries, at eight connections. It prints figures and asserts only that
 * what is answered is right, and that a change anywhere is found.
 */
@Tag("benchmark")
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class AuditBenchmarkIT {
    private static final int CONNECTIONS = 8;
    private static final int REQUESTS_EACH = 40;
    /** Each connection's first answers prepare statements. */
    private static final int WARM = 6;
    /** What is measured is a service that has run for a while. */
    private static final int ROUNDS_BEFORE = 4;

    private final UUID workspace = UUID.randomUUID();
    private final Desk desk = new Desk(new WorkspaceId(workspace));

    @TestHTTPResource("/api/v1/audit")
    @SuppressWarnings("NullAway") // set by Quarkus before the test, as @Inject would be
    URI audit;

    @Test
    void a_log_of_a_million_entries_is_measured() throws Exception {
        load();
        Map<String, String> searches = searches();
        for (int round = 0; round < ROUNDS_BEFORE; round++) {
            for (String query : searches.values()) {
                measured(query);
            }
        }
        for (Map.Entry<String, String> search : searches.entrySet()) {
            List<Long> nanos = measured(search.getValue());
            double p99 = nanos.get(nanos.size() * 99 / 100) / 1e6;
            System.out.printf(
                    "benchmark audit: %-40s first page median %5.1f ms, p99 %6.1f ms%s%n",
                    search.getKey(), nanos.get(nanos.size() / 2) / 1e6, p99, p99 > 50 ? "  above 50" : "");
        }
        verify("the last day, cold", "from=2026-11-27T00:00:00Z", 33_000);
        verify("the last day", "from=2026-11-27T00:00:00Z", 33_000);
        verify("the last day", "from=2026-11-27T00:00:00Z", 33_000);
        verify("the whole log", "toSequence=1000000", 1_000_000);
        export();
        aChangeAnywhereIsFound();
    }

    private void load() throws Exception {
        long start = System.nanoTime();
        try (InputStream script =
                        Objects.requireNonNull(getClass().getResourceAsStream("/benchmark/million-entries.sql"));
                Connection database = Databases.owner();
                Statement statement = database.createStatement()) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?m)^--.*$", "")
                    .replace(":workspace", "'" + workspace + "'");
            for (String each : sql.split(";\\s*\\n\\s*\\n")) {
                if (!each.isBlank()) {
                    statement.execute(each);
                }
            }
        }
        System.out.printf("benchmark audit: loaded in %d s%n", (System.nanoTime() - start) / 1_000_000_000);
    }

    private Map<String, String> searches() throws SQLException {
        String ticket = one("ticket_id");
        String correlation = one("correlation_id");
        String merge = one("merge_id");
        String agent = one("actor");
        return Map.ofEntries(
                Map.entry("everything", "limit=50"),
                Map.entry("a ticket", "ticketId=" + ticket),
                Map.entry("an agent", "actor=" + agent),
                Map.entry("a service as actor", "actor=system:sla-service"),
                Map.entry("a kind", "kind=status_changed"),
                Map.entry("a rare kind", "kind=completed"),
                Map.entry("a kind nobody knows", "kind=nothing"),
                Map.entry("a service", "service=integration-service"),
                Map.entry("a kind of another service", "service=ticket-service&kind=clock_met"),
                Map.entry("an actor without such a kind", "actor=system:sla-service&kind=created"),
                Map.entry("an actor in another service", "actor=" + agent + "&service=sla-service"),
                Map.entry("an agent and a kind", "actor=" + agent + "&kind=note_added"),
                Map.entry("a merge", "mergeId=" + merge),
                Map.entry("a request", "correlationId=" + correlation),
                Map.entry("a day", "from=2026-11-10T00:00:00Z&to=2026-11-11T00:00:00Z"),
                Map.entry("an agent, before a day", "actor=" + agent + "&to=2026-11-11T00:00:00Z"),
                Map.entry("a kind, since a day", "kind=merged&from=2026-11-11T00:00:00Z"),
                Map.entry("a service, before a day", "service=merge-service&to=2026-11-11T00:00:00Z"),
                Map.entry(
                        "an agent and a kind, in a month",
                        "actor=" + agent + "&kind=merged&from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z"),
                Map.entry(
                        "a kind of another service, in a month",
                        "service=ticket-service&kind=clock_met&from=2026-11-01T00:00:00Z"),
                Map.entry("a ticket, in a month", "ticketId=" + ticket + "&from=2026-11-01T00:00:00Z"));
    }

    private String one(String column) throws SQLException {
        try (Connection owner = Databases.owner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("select " + column + " from audit_entry where workspace_id = '"
                        + workspace + "' and sequence = " + (column.equals("merge_id") ? 500_099 : 500_001))) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }

    private void verify(String name, String query, long checked) {
        long start = System.nanoTime();
        JsonPath verified = desk.lead()
                .get("/api/v1/audit/verify?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        double seconds = (System.nanoTime() - start) / 1e9;
        assertTrue(verified.getBoolean("valid"), verified::prettify);
        assertTrue(verified.getLong("checked") >= checked, verified::prettify);
        System.out.printf(
                "benchmark audit: verify of %-20s %,d entries in %.2f s%n", name, verified.getLong("checked"), seconds);
    }

    private void export() throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<InputStream> file = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(
                        HttpRequest.newBuilder(URI.create(audit + "/export"))
                                .header("Authorization", "Bearer " + Tokens.token(workspace, "anna", Roles.LEAD))
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, file.statusCode());
        long lines = 0;
        long bytes = 0;
        byte[] buffer = new byte[65_536];
        try (InputStream body = file.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        assertEquals(1_000_000, lines);
        System.out.printf(
                "benchmark audit: export of 1,000,000 entries, %,d bytes in %.1f s%n",
                bytes, (System.nanoTime() - start) / 1e9);
    }

    private void aChangeAnywhereIsFound() throws SQLException {
        tamper("update audit_entry set payload = replace(payload, 'a', 'b') where sequence = 990000", 990_000);
        tamper("update audit_entry set actor = 'agent:eve' where sequence = 300001", 300_001);
        tamper("delete from audit_entry where sequence = 100000", 100_000);
        tamper(
                "update audit_entry set sequence = case sequence when 7 then -8 else -7 end where sequence in (7, 8)",
                7);
    }

    private void tamper(String sql, long sequence) throws SQLException {
        try (Connection owner = Databases.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table audit_entry disable trigger user");
            statement.execute("alter table audit_entry drop constraint if exists audit_entry_sequence_check");
            assertTrue(statement.executeUpdate(sql + " and workspace_id = '" + workspace + "'") > 0);
            statement.executeUpdate(
                    "update audit_entry set sequence = -sequence where sequence < 0 and workspace_id = '" + workspace
                            + "'");
            statement.execute("alter table audit_entry enable trigger user");
            owner.commit();
        }
        JsonPath verified = desk.verified();
        assertFalse(verified.getBoolean("valid"));
        assertEquals(sequence, verified.getLong("problem.sequence"));
    }

    /** Sorted. */
    private List<Long> measured(String query) throws Exception {
        URI search = URI.create(audit + "?" + query);
        String token = Tokens.token(workspace, "anna", Roles.AGENT);
        List<Long> nanos = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(threads.submit(() -> times(search, token)));
            }
            for (Future<List<Long>> one : all) {
                nanos.addAll(one.get());
            }
        }
        nanos.sort(null);
        return nanos;
    }

    private static List<Long> times(URI search, String token) throws IOException {
        List<Long> nanos = new ArrayList<>();
        try (PlainConnection connection = new PlainConnection(search, token)) {
            for (int i = 0; i < WARM + REQUESTS_EACH; i++) {
                long start = System.nanoTime();
                assertEquals(200, connection.get());
                if (i >= WARM) {
                    nanos.add(System.nanoTime() - start);
                }
            }
        }
        return nanos;
    }
}
