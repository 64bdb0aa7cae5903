package io.omniflow.ticket.imports;

import static io.omniflow.ticket.imports.Uploads.IMPORTS;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ImportJobsIT {
    private final Desk desk = new Desk();
    private final Uploads uploads = new Uploads(desk);

    private static String file(int tickets) {
        return IntStream.range(0, tickets).mapToObj(i -> """
                        {"externalId": "c-%1$d", "title": "Case %1$d", "createdAt": "2012-01-01T00:00:00Z", "history": [\
                        {"at": "2012-01-01T01:00:00Z", "status": "in_progress"}, {"at": "2012-01-02T01:00:00Z", "status": "closed"}]}""".formatted(i)).collect(Collectors.joining("\n"));
    }

    @Test
    void three_thousand_tickets_come_in() {
        JsonPath job = uploads.lines(file(3_000));
        assertEquals(3_000, job.getInt("lines"));
        assertEquals(3_000, job.getInt("created"));
        assertEquals(12_000, job.getInt("facts"));
        assertEquals(3_000, desk.rows("ticket"));
        assertEquals(12_000, desk.rows("timeline"));
        assertEquals(0, desk.rows("import_line"));
    }

    @Test
    void the_same_file_sent_twice_at_once_makes_each_ticket_once() {
        byte[] file = file(400).getBytes(StandardCharsets.UTF_8);
        var first =
                desk.as("lead").contentType("application/x-ndjson").body(file).post(IMPORTS);
        var second =
                desk.as("lead").contentType("application/x-ndjson").body(file).post(IMPORTS);
        JsonPath one = uploads.completed(first);
        JsonPath two = uploads.completed(second);
        assertEquals(400, one.getInt("created") + two.getInt("created"));
        assertEquals(400, one.getInt("unchanged") + two.getInt("unchanged"));
        assertEquals(400, desk.rows("ticket"));
        assertEquals(1_600, desk.rows("timeline"));
    }

    @Test
    void an_import_is_seen_only_in_its_workspace_and_sent_only_by_a_lead() {
        String id = uploads.lines(file(1)).getString("id");
        new Desk().as("admin").get(IMPORTS + "/" + id).then().statusCode(404);
        desk.as("admin").get(IMPORTS + "/" + id).then().statusCode(200);
        desk.as("lead").get(IMPORTS + "/" + UUID.randomUUID()).then().statusCode(404);
        desk.anna().get(IMPORTS + "/" + id).then().statusCode(403);
        desk.anna()
                .contentType("application/x-ndjson")
                .body(file(1).getBytes(StandardCharsets.UTF_8))
                .post(IMPORTS)
                .then()
                .statusCode(403);
    }

    @Test
    void an_empty_file_is_done_at_once() {
        assertEquals(0, uploads.lines("", "  ").getInt("created"));
    }

    @Test
    void a_file_that_is_no_text_is_refused_as_a_whole() {
        byte[] latin1 = (file(3) + "\n{\"externalId\":\"\u00e4\"}").getBytes(StandardCharsets.ISO_8859_1);
        uploads.send(latin1).then().statusCode(400).contentType("application/problem+json");
        assertEquals(0, desk.rows("import_job"));
        assertEquals(0, desk.rows("import_line"));
    }

    @Test
    void a_line_without_end_is_refused_before_it_fills_the_memory() {
        byte[] endless = ("{\"externalId\":\"" + "x".repeat(3_000_000)).getBytes(StandardCharsets.UTF_8);
        uploads.send(endless).then().statusCode(400);
        String quote = "id,at\n1,\"" + "x".repeat(3_000_000);
        uploads.sendCsv(
                        "{\"externalId\":\"id\",\"title\":\"t\",\"at\":{\"column\":\"at\"}}",
                        quote.getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("file"));
        assertEquals(0, desk.rows("import_job"));
    }

    @Test
    void what_would_not_fit_into_an_event_does_not_block_the_imports() {
        String fields = IntStream.range(0, 60)
                .mapToObj(i -> "\"f" + i + "\":\"" + "x".repeat(1_000) + "\"")
                .collect(Collectors.joining(","));
        JsonPath job = uploads.lines(
                "{\"externalId\":\"1\",\"title\":\"t\",\"createdAt\":\"2012-01-01T00:00:00Z\",\"customFields\":{"
                        + fields + "}}",
                "{\"externalId\":\"2\",\"title\":\"t\",\"createdAt\":\"2012-01-01T00:00:00Z\"}");
        assertEquals(1, job.getInt("created"));
        assertEquals(1, job.getInt("refused"));
    }

    /** A rule of the database against one title, for the time of {@code work}. */
    private static void refusing(String title, String sqlState, Runnable work) throws SQLException {
        try (Connection database = Databases.owner();
                Statement statement = database.createStatement()) {
            statement.execute("create or replace function refuse_it() returns trigger language plpgsql as $$ begin"
                    + " raise exception 'refused' using errcode = '" + sqlState + "'; end $$");
            statement.execute("create trigger refuse_it before insert on ticket for each row when (new.title = '"
                    + title + "') execute function refuse_it()");
            try {
                work.run();
            } finally {
                statement.execute("drop trigger refuse_it on ticket");
            }
        }
    }

    @Test
    void a_ticket_that_cannot_be_stored_is_left_out_and_the_others_come_in() throws SQLException {
        refusing("Case 150", "P0001", () -> {
            JsonPath job = uploads.lines(file(250));
            assertEquals(249, job.getInt("created"));
            assertEquals(1, job.getInt("refused"));
            assertEquals(151, job.getInt("problems[0].line"));
            assertEquals("c-150", job.getString("problems[0].externalId"));
        });
        assertEquals(249, desk.rows("ticket"));
        assertEquals(0, desk.rows("import_line"));
    }

    @Test
    void an_import_that_has_to_wait_does_not_hold_up_another_workspace() throws SQLException {
        Uploads other = new Uploads(new Desk());
        Response[] waiting = new Response[1];
        refusing("Case 0", "40001", () -> {
            waiting[0] = desk.as("lead")
                    .contentType("application/x-ndjson")
                    .body(file(1).getBytes(StandardCharsets.UTF_8))
                    .post(IMPORTS);
            String line = "{\"externalId\":\"1\",\"title\":\"t\",\"createdAt\":\"2012-01-01T00:00:00Z\"}";
            assertEquals(1, other.lines(line).getInt("created"));
            assertEquals(0, desk.rows("ticket"));
        });
        assertEquals(1, uploads.completed(waiting[0]).getInt("created"));
    }

    @Test
    void a_history_no_transaction_could_hold_is_a_problem() {
        String entries = IntStream.range(0, 10_001)
                .mapToObj(i -> "{\"at\":\"2012-01-02T00:00:00Z\"}")
                .collect(Collectors.joining(","));
        JsonPath job = uploads.lines(
                "{\"externalId\":\"1\",\"title\":\"t\",\"createdAt\":\"2012-01-01T00:00:00Z\",\"history\":[" + entries
                        + "]}",
                file(2));
        assertEquals(2, job.getInt("created"));
        assertEquals(1, job.getInt("refused"));
        assertEquals(1, job.getInt("problems[0].line"));
        assertEquals(0, desk.rows("import_line"));
    }

    @Test
    void a_file_refused_as_a_whole_leaves_no_problems_behind() {
        String file = "[]\n".repeat(600) + "{\"externalId\":\"\u00e4\"}";
        uploads.send(file.getBytes(StandardCharsets.ISO_8859_1)).then().statusCode(400);
        assertEquals(0, desk.rows("import_problem"));
        assertEquals(0, desk.rows("import_job"));
    }

    private Response under(String key, byte[] file) {
        return desk.as("lead")
                .contentType("application/x-ndjson")
                .header("Idempotency-Key", key)
                .header("Prefer", "wait=20")
                .body(file)
                .post(IMPORTS);
    }

    @Test
    void a_repeated_call_under_one_key_answers_the_first_import() {
        byte[] file = file(3).getBytes(StandardCharsets.UTF_8);
        JsonPath first = uploads.completed(under("k-1", file));
        JsonPath again = uploads.completed(under("k-1", file));
        assertEquals(first.getString("id"), again.getString("id"));
        assertEquals(3, again.getInt("created"));
        assertEquals(1, desk.rows("import_job"));
        under("k-1", file(4).getBytes(StandardCharsets.UTF_8)).then().statusCode(422);
        assertEquals(1, desk.rows("import_job"));
    }

    @Test
    void a_key_under_which_nothing_came_in_may_be_used_again() {
        byte[] file = "{\"externalId\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);
        under("k-1", file).then().statusCode(400);
        under("k-1", file).then().statusCode(400);
        byte[] readable = " ".repeat(file.length).getBytes(StandardCharsets.UTF_8);
        uploads.completed(under("k-1", readable));
        assertEquals(1, desk.rows("import_job"));
    }

    @Test
    void an_import_left_while_it_was_staged_is_begun_anew_under_its_key() throws SQLException {
        byte[] file = file(3).getBytes(StandardCharsets.UTF_8);
        String first = uploads.completed(under("k-1", file)).getString("id");
        try (Connection database = Databases.owner();
                Statement statement = database.createStatement()) {
            statement.execute("update import_job set state = 'staging', touched_at = now() - interval '2 minutes'"
                    + " where id = '" + first + "'");
        }
        JsonPath second = uploads.completed(under("k-1", file));
        assertNotEquals(first, second.getString("id"));
        assertEquals(1, desk.rows("import_job"));
    }

    @Test
    void the_etag_of_an_import_changes_with_it() {
        String path = IMPORTS + "/" + uploads.lines(file(3)).getString("id");
        desk.as("lead").get(path).then().statusCode(200).header("ETag", "\"20\"");
    }
}
