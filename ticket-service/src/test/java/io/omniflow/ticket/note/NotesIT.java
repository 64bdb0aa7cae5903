package io.omniflow.ticket.note;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.Topics;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class NotesIT {
    private final Desk desk = new Desk();

    private String notesOf(String ticket) {
        return TICKETS + "/" + ticket + "/notes";
    }

    private JsonPath add(String ticket, String body) {
        return desk.anna()
                .body("{\"body\":\"" + body + "\"}")
                .post(notesOf(ticket))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .extract()
                .jsonPath();
    }

    @Test
    void a_note_is_a_fact_of_its_ticket() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String ticket = desk.open("{\"title\":\"x\"}");
            JsonPath note = add(ticket, "found it");
            assertEquals(
                    Set.of(
                            "id",
                            "ticketId",
                            "body",
                            "author",
                            "version",
                            "createdAt",
                            "editedAt",
                            "authorName",
                            "audience"),
                    note.getMap("").keySet());
            assertEquals("agent:anna", note.getString("author"));
            assertEquals(ticket, note.getString("ticketId"));
            assertEquals(2, desk.ticket(ticket).getInt("version"));
            assertEquals(desk.ticket(ticket).getString("updatedAt"), note.getString("createdAt"));
            TicketEvent.NoteAdded added = (TicketEvent.NoteAdded)
                    watch.await(2, Desk.factsOf(ticket)).getLast().data();
            assertEquals(note.getString("id"), added.noteId().toString());
            assertEquals("found it", added.body());
            assertEquals(null, note.getString("audience"));
            assertEquals(null, added.audience());
        }
    }

    @Test
    void a_note_for_engineering_says_so_also_after_an_edit() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String ticket = desk.open("{\"title\":\"x\"}");
            JsonPath note = desk.anna()
                    .body("{\"body\":\"see the trace\",\"audience\":\"engineering\"}")
                    .post(notesOf(ticket))
                    .then()
                    .statusCode(201)
                    .body("audience", equalTo("engineering"))
                    .body("authorName", equalTo(null))
                    .extract()
                    .jsonPath();
            TicketEvent.NoteAdded added = (TicketEvent.NoteAdded)
                    watch.await(2, Desk.factsOf(ticket)).getLast().data();
            assertEquals("engineering", added.audience());
            String path = notesOf(ticket) + "/" + note.getString("id");
            desk.anna()
                    .header("If-Match", "\"1\"")
                    .body("{\"body\":\"see both\"}")
                    .patch(path)
                    .then()
                    .statusCode(200)
                    .body("audience", equalTo("engineering"));
            desk.as("viewer").get(path).then().body("audience", equalTo("engineering"));
        }
    }

    @Test
    void an_audience_that_is_none_is_refused() {
        String ticket = desk.open("{\"title\":\"x\"}");
        desk.anna()
                .body("{\"body\":\"x\",\"audience\":\"the world\"}")
                .post(notesOf(ticket))
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/audience"));
        assertEquals(List.of("created"), desk.kinds(ticket));
    }

    @Test
    void an_edit_needs_the_notes_own_version() {
        String ticket = desk.open("{\"title\":\"x\"}");
        String path = notesOf(ticket) + "/" + add(ticket, "one").getString("id");
        desk.anna().body("{\"body\":\"two\"}").patch(path).then().statusCode(428);
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"body\":\"two\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("body", equalTo("two"))
                .body("editedAt", equalTo(desk.ticket(ticket).getString("updatedAt")));
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"body\":\"three\"}")
                .patch(path)
                .then()
                .statusCode(412);
        desk.anna()
                .header("If-Match", "\"2\"")
                .body("{\"body\":\"two\"}")
                .patch(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        assertEquals(List.of("created", "note_added", "note_edited"), desk.kinds(ticket));
        assertEquals(
                List.of("two"),
                desk.as("viewer").get(notesOf(ticket)).jsonPath().getList("items.body"));
    }

    @Test
    void a_deleted_note_is_gone_and_told_once() {
        String ticket = desk.open("{\"title\":\"x\"}");
        String path = notesOf(ticket) + "/" + add(ticket, "one").getString("id");
        desk.anna().header("If-Match", "\"9\"").delete(path).then().statusCode(412);
        desk.anna().delete(path).then().statusCode(204);
        desk.anna().delete(path).then().statusCode(404);
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"body\":\"two\"}")
                .patch(path)
                .then()
                .statusCode(404);
        assertEquals(List.of("created", "note_added", "note_deleted"), desk.kinds(ticket));
        assertEquals(0, desk.rows("note"));
    }

    @Test
    void notes_come_newest_first_page_by_page() {
        String ticket = desk.open("{\"title\":\"x\"}");
        add(desk.open("{\"title\":\"another\"}"), "elsewhere");
        List<String> written = IntStream.range(0, 7).mapToObj(i -> "n" + i).toList();
        written.forEach(body -> add(ticket, body));
        List<String> read = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification viewer = desk.as("viewer").queryParam("limit", 3);
            JsonPath page = (cursor == null ? viewer : viewer.queryParam("cursor", cursor))
                    .get(notesOf(ticket))
                    .jsonPath();
            read.addAll(page.getList("items.body"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertEquals(written.reversed(), read);
    }

    @Test
    void a_note_belongs_to_one_ticket_of_one_workspace() {
        String ticket = desk.open("{\"title\":\"x\"}");
        String other = desk.open("{\"title\":\"y\"}");
        String id = add(ticket, "one").getString("id");
        desk.anna().delete(notesOf(other) + "/" + id).then().statusCode(404);
        new Desk().anna().get(notesOf(ticket)).then().statusCode(404);
        new Desk().anna().delete(notesOf(ticket) + "/" + id).then().statusCode(404);
        new Desk().anna().body("{\"body\":\"z\"}").post(notesOf(ticket)).then().statusCode(404);
        desk.anna()
                .body("{\"body\":\"z\"}")
                .post(notesOf(UUID.randomUUID().toString()))
                .then()
                .statusCode(404);
        desk.as("viewer").body("{\"body\":\"z\"}").post(notesOf(ticket)).then().statusCode(403);
        assertEquals(1, desk.rows("note"));
    }

    @Test
    void an_empty_or_endless_note_is_refused() {
        String ticket = desk.open("{\"title\":\"x\"}");
        for (String body :
                List.of("{}", "{\"body\":null}", "{\"body\":\" \"}", "{\"body\":\"" + "ä".repeat(33_000) + "\"}")) {
            desk.anna()
                    .body(body)
                    .post(notesOf(ticket))
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", hasItem("/body"));
        }
        assertEquals(1, desk.ticket(ticket).getInt("version"));
    }

    @Test
    void a_note_read_says_the_version_an_edit_needs() {
        String ticket = desk.open("{\"title\":\"x\"}");
        String path = notesOf(ticket) + "/" + add(ticket, "one").getString("id");
        desk.anna()
                .header("If-Match", "\"1\"")
                .body("{\"body\":\"two\"}")
                .patch(path)
                .then()
                .statusCode(200);
        desk.as("viewer")
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("version", equalTo(2))
                .body("body", equalTo("two"));
        assertEquals(
                List.of(2), desk.as("viewer").get(notesOf(ticket)).jsonPath().getList("items.version"));
        String elsewhere = desk.open("{\"title\":\"y\"}");
        desk.as("viewer").get(path.replace(ticket, elsewhere)).then().statusCode(404);
        new Desk().as("viewer").get(path).then().statusCode(404);
    }
}
