package io.omniflow.ticket.export;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ExportIT {
    private static final String CSV = "/api/v1/exports/tickets.csv";
    private static final String NDJSON = "/api/v1/exports/tickets.ndjson";

    private final Desk desk = new Desk();

    private List<CSVRecord> rows(String path) throws IOException {
        String file = desk.as("viewer")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", containsString("tickets.csv"))
                .extract()
                .asString();
        try (CSVParser parser = CSVParser.parse(
                file,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }

    private List<String> lines(String path) {
        String file = desk.as("viewer")
                .get(path)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("application/x-ndjson"))
                .extract()
                .asString();
        assertTrue(file.isEmpty() || file.endsWith("\n"), "the last line has an end");
        return file.lines().toList();
    }

    @Test
    void five_thousand_tickets_come_whole_in_both_forms() throws SQLException, IOException {
        many(5_003);
        List<CSVRecord> rows = rows(CSV);
        assertEquals(5_003, rows.size());
        Set<String> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.get("id")));
        assertEquals(5_003, ids.size());
        assertEquals("Ticket, \"5003\"\nof many", rows.getFirst().get("title"));
        assertEquals("Ticket, \"1\"\nof many", rows.getLast().get("title"));
        List<JsonObject> lines =
                lines(NDJSON + "?sort=-created").stream().map(JsonObject::new).toList();
        assertEquals(5_003, lines.size());
        assertEquals("Ticket, \"1\"\nof many", lines.getFirst().getString("title"));
        assertEquals(
                ids,
                new HashSet<>(lines.stream().map(line -> line.getString("id")).toList()));
        assertEquals(5_000, rows(CSV + "?q=many&priority=low&sort=-updated").size());
        assertEquals(0, lines(NDJSON + "?status=closed").size());
        assertEquals(0, rows(CSV + "?status=closed").size());
    }

    private void many(int count) throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement insert = database.prepareStatement("""
                        with t as (
                          insert into ticket (workspace_id, id, number, title, status, priority, tags, contact_ids,
                            conversation_ids, custom_fields, source, version, created_at, updated_at)
                          select ?, gen_random_uuid(), n, format(E'Ticket, "%s"\\nof many', n), 'open',
                            case when n <= 5000 then 1 else 2 end, '{}', '{}', '{}', '{}', 'api', 1,
                            now() - n * interval '1 second', now() - (n / 50) * interval '1 minute'
                          from generate_series(1, ?) as n returning workspace_id, id, title)
                        insert into ticket_text (workspace_id, ticket_id, title, words)
                        select workspace_id, id, title, ticket_words(workspace_id, title) from t
                        """)) {
            insert.setObject(1, desk.workspace);
            insert.setInt(2, count);
            insert.executeUpdate();
        }
    }

    @Test
    void a_cell_is_never_a_formula() throws IOException {
        desk.field("n", "number");
        desk.field("t", "text");
        for (String title : List.of("=1+1", "+1", "-1", "@sum", "a=b")) {
            desk.open("{\"title\":\"" + title + "\"}");
        }
        desk.open("{\"title\":\"x\",\"description\":\"\\t=1\",\"tags\":[\"=t\",\"u\"]}");
        desk.open("{\"title\":\"y\",\"description\":\"\\r=1\",\"customFields\":{\"n\":-21,\"t\":\"=1\"}}");
        List<CSVRecord> rows = rows(CSV);
        assertEquals(
                List.of("'=1+1", "'+1", "'-1", "'@sum", "a=b", "x", "y"),
                rows.stream().map(row -> row.get("title")).toList());
        assertEquals("'\t=1", rows.get(5).get("description"));
        assertEquals("'=t,u", rows.get(5).get("tags"));
        assertEquals("'\r=1", rows.get(6).get("description"));
        assertEquals("{\"n\":-21,\"t\":\"=1\"}", rows.get(6).get("customFields"));
        assertEquals("", rows.get(0).get("description"));
        assertEquals("none", rows.get(0).get("slaState"));
    }

    @Test
    void a_line_is_the_ticket_as_it_is_read() {
        desk.field("n", "number");
        String id = desk.open("{\"title\":\"Grüße, \\u2028\",\"tags\":[\"x\"],\"customFields\":{\"n\":2.5}}");
        JsonPath read = desk.ticket(id);
        assertEquals(read.<Object>get(), new JsonPath(lines(NDJSON + "?tag=x").getFirst()).<Object>get());
    }

    @Test
    void what_no_list_takes_is_refused_before_the_file_begins() {
        for (String path : List.of(CSV, NDJSON)) {
            for (String query : List.of("limit=1", "cursor=x", "nosuch=1", "status=opened", "sort=rank")) {
                desk.as("viewer").get(path + "?" + query).then().statusCode(400);
            }
        }
    }

    @Test
    void nothing_of_another_workspace_is_exported() {
        desk.open("{\"title\":\"x\"}");
        assertEquals(
                "",
                new Desk()
                        .as("admin")
                        .get(NDJSON)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }
}
