package io.omniflow.ticket.imports;

import static io.omniflow.ticket.imports.Uploads.IMPORTS;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
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
}
