package io.omniflow.ticket.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.Topics;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class HistoryImportIT {
    private static final String CASE = """
            {"externalId": "case-17", "title": "Printer on fire", "priority": "high", "createdAt": "2012-10-09T14:50:17Z", \
            "tags": ["Old"], "customFields": {"vendor": "V-1"}, "history": [\
            {"at": "2012-10-09T14:51:01.250Z", "status": "in_progress", "actor": "luca", "assignee": "luca"}, \
            {"at": "2012-10-09T15:00:00Z", "status": "in_progress"}, \
            {"at": "2012-10-12T15:02:56Z", "agentReplied": true}, \
            {"at": "2012-10-13T09:00:00+02:00", "note": "It was the toner", "actor": "luca"}, \
            {"at": "2012-10-14T08:00:00Z", "status": "closed"}%s]}""";

    private final Desk desk = new Desk();
    private final Uploads uploads = new Uploads(desk);

    @Test
    void a_history_becomes_facts_at_their_real_times() {
        JsonPath job = uploads.lines(CASE.formatted(""));
        assertEquals(1, job.getInt("lines"));
        assertEquals(1, job.getInt("created"));
        assertEquals(7, job.getInt("facts"));
        assertEquals(List.of(), job.getList("problems"));
        String id = uploads.ticket("Printer on fire");
        JsonPath ticket = desk.ticket(id);
        assertEquals("closed", ticket.getString("status"));
        assertEquals("high", ticket.getString("priority"));
        assertEquals("import", ticket.getString("source"));
        assertEquals("case-17", ticket.getString("externalId"));
        assertEquals(List.of("old"), ticket.getList("tags"));
        assertEquals("V-1", ticket.getString("customFields.vendor"));
        assertEquals("2012-10-09T14:50:17.000Z", ticket.getString("createdAt"));
        assertEquals("2012-10-12T15:02:56.000Z", ticket.getString("firstRespondedAt"));
        assertEquals("2012-10-14T08:00:00.000Z", ticket.getString("closedAt"));
        assertEquals("2012-10-14T08:00:00.000Z", ticket.getString("updatedAt"));
        List<JsonPath> told = desk.timeline(id);
        assertEquals(
                List.of(
                        "created",
                        "assigned",
                        "status_changed",
                        "agent_replied",
                        "note_added",
                        "status_changed",
                        "imported"),
                told.stream().map(entry -> entry.getString("kind")).toList());
        assertEquals(
                List.of(
                        "2012-10-09T14:50:17.000Z",
                        "2012-10-09T14:51:01.250Z",
                        "2012-10-09T14:51:01.250Z",
                        "2012-10-12T15:02:56.000Z",
                        "2012-10-13T07:00:00.000Z",
                        "2012-10-14T08:00:00.000Z",
                        "2012-10-14T08:00:00.000Z"),
                told.stream().map(entry -> entry.getString("at")).toList());
        assertEquals("agent:luca", told.get(2).getString("actor"));
        assertTrue(told.getFirst().getString("actor").startsWith("import:"));
        assertTrue(told.stream().allMatch(entry -> entry.getBoolean("backfill")));
    }

    @Test
    void imported_facts_are_published_as_the_past_in_order() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            uploads.lines(CASE.formatted(""));
            String id = uploads.ticket("Printer on fire");
            List<SeenEvent> facts = watch.await(7, Desk.factsOf(id));
            assertEquals(
                    List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L),
                    facts.stream().map(SeenEvent::sequence).toList());
            assertTrue(
                    facts.stream().allMatch(fact -> fact.header("ce_backfill").equals("true")));
            assertEquals("2012-10-12T15:02:56.000Z", facts.get(3).header("ce_time"));
            TicketEvent.Imported closing =
                    (TicketEvent.Imported) facts.getLast().data();
            assertEquals("case-17", closing.externalId());
            assertEquals(5, closing.entries());
            assertTrue(closing.importedAt().isAfter(Instant.parse("2026-01-01T00:00:00Z")));
        }
    }

    @Test
    void imported_notes_are_listed_with_their_author_and_time() {
        uploads.lines(CASE.formatted(""));
        JsonPath notes = desk.as("viewer")
                .get(Desk.TICKETS + "/" + uploads.ticket("Printer on fire") + "/notes")
                .jsonPath();
        assertEquals(List.of("It was the toner"), notes.getList("items.body"));
        assertEquals(List.of("agent:luca"), notes.getList("items.author"));
        assertEquals(List.of("2012-10-13T07:00:00.000Z"), notes.getList("items.createdAt"));
    }

    @Test
    void the_first_entry_sets_the_status_when_it_is_as_old_as_the_ticket() {
        uploads.lines("""
                {"externalId": "1", "title": "x", "createdAt": "2012-01-01T00:00:00Z", "history": [\
                {"at": "2012-01-01T00:00:00Z", "status": "waiting", "priority": "urgent", "team": "second level"}]}""", """
                {"externalId": "2", "title": "y", "createdAt": "2012-01-01T00:00:00Z", "history": [\
                {"at": "2012-01-01T00:00:01Z", "status": "waiting"}]}""");
        String same = uploads.ticket("x");
        assertEquals(List.of("created", "imported"), desk.kinds(same));
        assertEquals("waiting", desk.ticket(same).getString("status"));
        assertEquals("urgent", desk.ticket(same).getString("priority"));
        String later = uploads.ticket("y");
        assertEquals(List.of("created", "status_changed", "imported"), desk.kinds(later));
        assertEquals("open", desk.timeline(later).getFirst().getString("data.after.status"));
    }

    @Test
    void importing_again_changes_nothing_and_tells_nothing() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            uploads.lines(CASE.formatted(""));
            String id = uploads.ticket("Printer on fire");
            watch.await(7, Desk.factsOf(id));
            JsonPath again = uploads.lines(CASE.formatted(""));
            assertEquals(0, again.getInt("created"));
            assertEquals(1, again.getInt("unchanged"));
            assertEquals(0, again.getInt("facts"));
            assertEquals(
                    7,
                    watch.untilQuietFor(Duration.ofSeconds(1)).stream()
                            .filter(Desk.factsOf(id))
                            .count());
            assertEquals(7, desk.ticket(id).getInt("version"));
        }
        assertEquals(1, desk.rows("ticket"));
    }

    @Test
    void importing_again_adds_the_entries_that_are_new() {
        uploads.lines(CASE.formatted(""));
        JsonPath again = uploads.lines(CASE.formatted(", {\"at\": \"2012-10-15T08:00:00Z\", \"status\": \"open\"}"));
        assertEquals(1, again.getInt("changed"));
        assertEquals(2, again.getInt("facts"));
        String id = uploads.ticket("Printer on fire");
        assertEquals("open", desk.ticket(id).getString("status"));
        assertEquals(
                List.of("imported", "status_changed", "imported"),
                desk.kinds(id).subList(6, 9));
    }

    @Test
    void an_entry_older_than_what_is_known_is_refused_with_its_line() {
        uploads.lines(CASE.formatted(""));
        JsonPath again =
                uploads.lines("", CASE.formatted(", {\"at\": \"2012-10-09T14:55:00Z\", \"status\": \"waiting\"}"));
        assertEquals(1, again.getInt("refused"));
        assertEquals(0, again.getInt("facts"));
        assertEquals(2, again.getInt("problems[0].line"));
        assertEquals("case-17", again.getString("problems[0].externalId"));
        assertEquals(7, desk.ticket(uploads.ticket("Printer on fire")).getInt("version"));
    }

    @Test
    void a_name_is_the_same_agent_everywhere_and_an_id_stands_for_itself() {
        String id = desk.agent();
        String line =
                "{\"externalId\":\"%s\",\"title\":\"%s\",\"createdAt\":\"2012-01-01T00:00:00Z\",\"assignee\":\"%s\"}";
        uploads.lines(line.formatted("1", "a", "luca"), line.formatted("2", "b", "luca"));
        uploads.lines(line.formatted("3", "c", id), line.formatted("4", "d", "luca"));
        String luca = desk.ticket(uploads.ticket("a")).getString("assigneeId");
        assertEquals(luca, desk.ticket(uploads.ticket("b")).getString("assigneeId"));
        assertEquals(luca, desk.ticket(uploads.ticket("d")).getString("assigneeId"));
        assertEquals(id, desk.ticket(uploads.ticket("c")).getString("assigneeId"));
        assertEquals(2, desk.rows("agent"));
        Desk other = new Desk();
        new Uploads(other).lines(line.formatted("1", "a", "luca"));
        assertNotEquals(luca, other.ticket(new Uploads(other).ticket("a")).getString("assigneeId"));
    }

    @Test
    void lines_that_cannot_be_taken_are_listed_and_the_others_go_on() {
        String good = "{\"externalId\":\"%s\",\"title\":\"t\",\"createdAt\":\"2012-01-01T00:00:00Z\"}";
        JsonPath job = uploads.lines(
                good.formatted("1"),
                "{\"externalId\":\"2\",",
                "[]",
                "{\"title\":\"no id\",\"createdAt\":\"2012-01-01T00:00:00Z\"}",
                "{\"externalId\":\"5\",\"title\":\"t\",\"createdAt\":\"2012-01-01T00:00:00Z\",\"colour\":1}",
                "{\"externalId\":\"6\",\"createdAt\":\"2012-01-01T00:00:00Z\"}",
                "{\"externalId\":\"7\",\"title\":\"t\"}",
                "{\"externalId\":\"8\",\"title\":\"t\",\"createdAt\":\"2199-01-01T00:00:00Z\"}",
                "{\"externalId\":\"9\",\"title\":\"" + "x".repeat(301) + "\",\"createdAt\":\"2012-01-01T00:00:00Z\"}",
                "{\"externalId\":\"10\",\"title\":\"a\\u0000b\",\"createdAt\":\"2012-01-01T00:00:00Z\"}",
                "{\"externalId\":\"11\",\"title\":\"t\",\"createdAt\":\"2012-01-01T00:00:00Z\",\"history\":[{\"status\":\"open\"}]}",
                "{\"externalId\":\"12\",\"title\":\"t\",\"createdAt\":\"2012-01-01T00:00:00Z\",\"customFields\":{\"Bad Key\":1}}",
                "{\"externalId\":\"13\",\"title\":\"t\",\"createdAt\":\"2012-01-01T00:00:00Z\",\"tags\":[\"\"]}",
                "",
                good.formatted("15"));
        assertEquals(2, job.getInt("created"));
        assertEquals(12, job.getInt("refused"));
        assertEquals(
                List.of(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13),
                job.getList("problems.line", Integer.class).stream().sorted().toList());
        assertTrue(job.getList("problems.detail", String.class).stream().noneMatch(String::isBlank));
        assertEquals(2, desk.rows("ticket"));
        assertEquals(0, desk.rows("import_line"));
    }

    @Test
    void a_note_too_long_for_an_index_is_imported_once() {
        String note = Stream.generate(UUID::randomUUID)
                .limit(1_500)
                .map(UUID::toString)
                .collect(Collectors.joining());
        String line = "{\"externalId\":\"1\",\"title\":\"t\",\"createdAt\":\"2012-01-01T00:00:00Z\",\"history\":["
                + "{\"at\":\"2012-01-02T00:00:00Z\",\"note\":\"" + note + "\"}]}";
        assertEquals(1, uploads.lines(line).getInt("created"));
        assertEquals(1, uploads.lines(line).getInt("unchanged"));
        assertEquals(1, desk.rows("note"));
    }
}
