package io.omniflow.ticket.imports;

import static io.omniflow.ticket.imports.Uploads.IMPORTS;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Tokens;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class CsvImportIT {
    private static final String HEADER = "Case,Step,Who,When,Path,Path,Level,Firm";
    private static final String MAPPING = """
            {"externalId": "Case", "title": "Case {Case} of {Firm}",
             "at": {"column": "When", "format": "yyyy/MM/dd HH:mm:ss", "zone": "Europe/Rome"},
             "status": {"column": "Step", "values": {"Insert": "open", "Take": "in_progress", "Wait": "waiting", "Done": "closed"}},
             "priority": {"column": "Level", "values": {"1": "low", "4": "urgent"}},
             "assignee": "Who", "actor": "Who", "customFields": {"firm": "Firm"}, "tags": ["Path"]}""";

    private final Desk desk = new Desk();
    private final Uploads uploads = new Uploads(desk);

    @Test
    void rows_of_a_log_become_tickets_with_their_past() {
        JsonPath job = uploads.csv(
                MAPPING,
                HEADER,
                "7,Insert,luca,2012/07/01 10:00:00,V 12,other,1,\"Rossi, figli\"",
                "8,Insert,luca,2012/12/01 10:00:00,,other,1,Verdi",
                "7,Take,luca,2012/07/01 10:05:00,V 12,other,4,\"Rossi, figli\"",
                "7,Take,luca,2012/07/01 10:06:00,V 12,other,4,\"Rossi, figli\"",
                "",
                "7,Done,anna,2012/07/02 09:00:00,V 12,other,4,\"Rossi, figli\"");
        assertEquals(5, job.getInt("lines"));
        assertEquals(2, job.getInt("created"));
        assertEquals(0, job.getInt("refused"));
        String id = uploads.ticket("Case 7 of Rossi, figli");
        JsonPath ticket = desk.ticket(id);
        assertEquals("2012-07-01T08:00:00.000Z", ticket.getString("createdAt"));
        assertEquals("closed", ticket.getString("status"));
        assertEquals("urgent", ticket.getString("priority"));
        assertEquals(List.of("v 12"), ticket.getList("tags"));
        assertEquals("Rossi, figli", ticket.getString("customFields.firm"));
        assertEquals(
                List.of("created", "priority_changed", "status_changed", "assigned", "status_changed", "imported"),
                desk.kinds(id));
        assertEquals("agent:luca", desk.timeline(id).getFirst().getString("actor"));
        JsonPath winter = desk.ticket(uploads.ticket("Case 8 of Verdi"));
        assertEquals("2012-12-01T09:00:00.000Z", winter.getString("createdAt"));
        assertEquals(List.of(), winter.getList("tags"));
    }

    @Test
    void importing_a_log_again_changes_nothing() {
        String[] rows = {HEADER, "7,Insert,l,2012/07/01 10:00:00,,,1,", "7,Done,l,2012/07/01 11:00:00,,,1,"};
        uploads.csv(MAPPING, rows);
        JsonPath again = uploads.csv(MAPPING, rows);
        assertEquals(1, again.getInt("unchanged"));
        assertEquals(0, again.getInt("facts"));
    }

    @Test
    void an_hour_that_comes_twice_is_the_first_and_one_that_is_skipped_moves_on() {
        uploads.csv(
                MAPPING,
                HEADER,
                "1,Insert,l,2012/10/28 02:30:00,,,1,autumn",
                "2,Insert,l,2012/03/25 02:30:00,,,1,spring");
        assertEquals(
                "2012-10-28T00:30:00.000Z",
                desk.ticket(uploads.ticket("Case 1 of autumn")).getString("createdAt"));
        assertEquals(
                "2012-03-25T01:30:00.000Z",
                desk.ticket(uploads.ticket("Case 2 of spring")).getString("createdAt"));
    }

    @Test
    void rows_that_cannot_be_taken_are_listed_by_their_number() {
        JsonPath job = uploads.csv(
                MAPPING,
                HEADER,
                "1,Insert,l,2012/07/01 10:00:00,,,1,x",
                "2,Explode,l,2012/07/01 10:00:00,,,1,x",
                "3,Insert,l,01.07.2012,,,1,x",
                "4,Insert,l,,,,1,x",
                ",Insert,l,2012/07/01 10:00:00,,,1,x",
                "6,Insert,l,2012/07/01 10:00:00,,,1,a\0b",
                "7,Insert,l,2012/07/01 10:00:00,a\0b,,1,x",
                "8,Insert");
        assertEquals(1, job.getInt("created"));
        assertEquals(List.of(3, 4, 5, 6, 7, 8, 9), job.getList("problems.line"));
        assertEquals(1, desk.rows("ticket"));
    }

    @Test
    void a_mapping_that_does_not_fit_the_file_is_refused_with_pointers() {
        Response answer = uploads.sendCsv("""
                {"title": "{Nowhere}", "at": {"column": "Then", "format": "nonsense {", "zone": "Mars/Base"},
                 "status": {"column": "Phase", "values": {}}, "assignee": "Nobody", "customFields": {"firm": "Company"}}""", HEADER.getBytes(StandardCharsets.UTF_8));
        answer.then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/externalId",
                                "/title",
                                "/at/column",
                                "/at/format",
                                "/at/zone",
                                "/status/column",
                                "/status/values",
                                "/assignee",
                                "/customFields/firm"));
        assertEquals(0, desk.rows("import_job"));
    }

    @Test
    void a_mapping_that_cannot_be_read_is_malformed() {
        for (String mapping : List.of(
                "{",
                "[]",
                "{\"colour\": 1}",
                "{\"status\": {\"column\": \"Step\", \"values\": {\"a\": \"exploded\"}}}")) {
            uploads.sendCsv(mapping, HEADER.getBytes(StandardCharsets.UTF_8))
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        assertEquals(0, desk.rows("import_job"));
    }

    @Test
    void a_part_that_is_missing_or_empty_is_named() {
        lead().multiPart("file", "log.csv", HEADER.getBytes(StandardCharsets.UTF_8), "text/csv")
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("mapping"));
        lead().multiPart("mapping", MAPPING, "application/json")
                .post(IMPORTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("file"));
        uploads.sendCsv(MAPPING, new byte[0]).then().statusCode(400).body("errors.pointer", hasItem("file"));
        uploads.sendCsv(MAPPING, new byte[] {'C', (byte) 0xff, (byte) 0xfe})
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("file"));
        assertEquals(0, desk.rows("import_job"));
    }

    private RequestSpecification lead() {
        return RestAssured.given().auth().oauth2(Tokens.token(desk.workspace, "anna", "lead"));
    }

    @Test
    void a_long_mapping_needs_no_file_name() {
        String values = IntStream.range(0, 1_000)
                .mapToObj(i -> "\"Step number " + i + "\": \"open\"")
                .collect(Collectors.joining(","));
        String mapping = MAPPING.replace("\"Insert\"", values + ",\"Insert\"");
        byte[] file = (HEADER + "\n7,Insert,l,2012/07/01 10:00:00,,,1,x").getBytes(StandardCharsets.UTF_8);
        Response answer = lead().multiPart(new MultiPartSpecBuilder(mapping)
                        .controlName("mapping")
                        .mimeType("application/json")
                        .emptyFileName()
                        .build())
                .multiPart("file", "log.csv", file, "text/csv")
                .post(IMPORTS);
        assertEquals(1, uploads.completed(answer).getInt("created"));
    }
}
