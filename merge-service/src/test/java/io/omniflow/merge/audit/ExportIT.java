package io.omniflow.merge.audit;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The log as a file. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ExportIT {
    private static final String EXPORT = "/api/v1/audit/export";
    private static final String CSV = "/api/v1/audit/export.csv";

    private final Desk desk = Desk.opened();
    private final UUID ticket = Ids.next();

    private void entries(int count) {
        List<OutboundEvent> events = new ArrayList<>();
        for (long version = 1; version <= count; version++) {
            events.add(desk.statusChanged(ticket, version, TicketStatus.OPEN, TicketStatus.WAITING));
        }
        Events.publish(events.toArray(OutboundEvent[]::new));
        desk.awaitEntries(count);
    }

    private List<JsonPath> lines(Map<String, ?> query) {
        String file = desk.lead()
                .queryParams(query)
                .get(EXPORT)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("application/x-ndjson"))
                .header("Content-Disposition", containsString("audit.ndjson"))
                .extract()
                .asString();
        assertTrue(file.isEmpty() || file.endsWith("\n"), "the last line has an end");
        return file.lines().map(JsonPath::new).toList();
    }

    private List<CSVRecord> rows(Map<String, ?> query) throws IOException {
        String file = desk.lead()
                .queryParams(query)
                .get(CSV)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", containsString("audit.csv"))
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

    @Test
    void the_whole_chain_comes_in_its_order_in_both_forms() throws IOException {
        entries(900);
        List<Long> all = LongStream.rangeClosed(1, 900).boxed().toList();

        assertEquals(
                all,
                lines(Map.of()).stream().map(line -> line.getLong("sequence")).toList());
        assertEquals(
                all,
                rows(Map.of()).stream()
                        .map(row -> Long.valueOf(row.get("sequence")))
                        .toList());
    }

    @Test
    void each_line_names_the_hash_of_the_line_before() {
        entries(5);
        List<JsonPath> lines = lines(Map.of());
        assertEquals("0".repeat(64), lines.getFirst().getString("previousHash"));
        for (int i = 1; i < lines.size(); i++) {
            assertEquals(lines.get(i - 1).getString("hash"), lines.get(i).getString("previousHash"));
        }
    }

    @Test
    void a_line_is_the_entry_as_it_is_read() {
        entries(1);
        JsonPath line = lines(Map.of()).getFirst();
        JsonPath read = desk.lead().get("/api/v1/audit/" + line.getString("id")).jsonPath();
        assertEquals(read.<Object>get(), line.<Object>get());
    }

    @Test
    void filters_narrow_a_file_as_they_narrow_a_search() throws IOException {
        entries(20);
        Events.publish(desk.created(Ids.next()));
        desk.awaitEntries(21);

        assertEquals(1, lines(Map.of("kind", "created")).size());
        assertEquals(20, rows(Map.of("ticketId", ticket)).size());
        assertEquals(0, lines(Map.of("service", "sla-service")).size());
        assertEquals(
                21,
                lines(Map.of("service", "test", "correlationId", "request-1")).size());
        List<JsonPath> day = lines(Map.of("from", "2026-11-24T12:00:05Z", "to", "2026-11-24T12:00:10Z"));
        assertEquals(5, day.size());
        assertEquals(
                day.stream()
                        .map(line -> line.getString("at"))
                        .sorted(Comparator.naturalOrder())
                        .toList(),
                day.stream().map(line -> line.getString("at")).toList());
    }

    @Test
    void large_payloads_come_whole_however_small_the_pages_become() {
        List<OutboundEvent> events = new ArrayList<>();
        for (long version = 1; version <= 120; version++) {
            events.add(desk.ticketFact(
                    ticket,
                    version,
                    new TicketEvent.NoteAdded(
                            Ids.next(), "x".repeat(60_000), Desk.state(ticket, version, TicketStatus.OPEN))));
        }
        Events.publish(events.toArray(OutboundEvent[]::new));
        desk.awaitEntries(120);

        assertEquals(
                LongStream.rangeClosed(1, 120).boxed().toList(),
                lines(Map.of()).stream().map(line -> line.getLong("sequence")).toList());
        assertEquals(120, desk.verified().getLong("checked"));
    }

    @Test
    void a_cell_is_never_a_formula() throws IOException {
        Events.publish(OutboundEvent.of(
                desk.workspace(),
                ticket,
                new TicketEvent.NoteAdded(Ids.next(), "=1+1", Desk.state(ticket, 1, TicketStatus.OPEN)),
                Desk.NOON,
                1L,
                new Origin("=cmd|' /C calc'!A0", "@sum", null)));
        desk.awaitEntries(1);

        CSVRecord row = rows(Map.of()).getFirst();
        assertEquals("'=cmd|' /C calc'!A0", row.get("actor"));
        assertEquals("'@sum", row.get("correlationId"));
        assertEquals("", row.get("before"));
        assertTrue(row.get("details").contains("\"body\":\"=1+1\""), row.get("details"));
    }

    @ParameterizedTest
    @CsvSource({
        "limit=1, 400",
        "cursor=x, 400",
        "nosuch=1, 400",
        "ticketId=17, 400",
        "from=yesterday, 400",
        "kind=Created, 422",
        "service=Ticket, 422",
        "from=2026-11-24T12:00:00Z&to=2026-11-24T11:00:00Z, 422"
    })
    void what_no_file_takes_is_refused_before_it_begins(String query, int status) {
        for (String path : List.of(EXPORT, CSV)) {
            desk.lead()
                    .get(path + "?" + query)
                    .then()
                    .statusCode(status)
                    .contentType(containsString("application/problem+json"));
        }
    }

    @Test
    void only_a_lead_takes_the_log_along_and_only_that_of_the_own_workspace() throws IOException {
        entries(2);
        desk.as("agent").get(EXPORT).then().statusCode(403);
        desk.as("agent").get(CSV).then().statusCode(403);
        desk.lead().accept("text/csv").get(EXPORT).then().statusCode(406);
        Desk stranger = Desk.opened();
        assertEquals(
                "", stranger.lead().get(EXPORT).then().statusCode(200).extract().asString());
        assertEquals(2, rows(Map.of()).size());
    }
}
