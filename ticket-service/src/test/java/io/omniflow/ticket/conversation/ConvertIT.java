package io.omniflow.ticket.conversation;

import static io.omniflow.ticket.conversation.Threads.CONVERSATIONS;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ConvertIT {
    private final Desk desk = new Desk();
    private final Threads threads = new Threads(desk);

    private Response convert(String id, String body) {
        return desk.anna().body(body).post(CONVERSATIONS + "/" + id + "/convert");
    }

    @Test
    void a_ticket_takes_after_its_conversation() {
        String id = threads.open("""
                {"channel": "chat", "tags": ["Billing"], "contact": {"phone": "+49 30 2"},
                 "message": {"body": "My card is refused.\\nAgain.", "author": "contact"}}""");
        JsonPath ticket = convert(id, "{}")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header(
                        "Location",
                        endsWith("/api/v1/tickets/" + convert(id, "{}").path("id")))
                .extract()
                .jsonPath();
        assertEquals("My card is refused. Again.", ticket.getString("title"));
        assertEquals("conversation", ticket.getString("source"));
        assertEquals(List.of("billing"), ticket.getList("tags"));
        assertEquals(List.of(id), ticket.getList("conversationIds"));
        assertEquals(List.of(threads.read(id).getString("contactId")), ticket.getList("contactIds"));
        assertEquals("none", ticket.getString("sla.state"));
        assertEquals(ticket.getMap(""), desk.ticket(ticket.getString("id")).getMap(""));
        assertEquals(ticket.getString("id"), threads.read(id).getString("ticketId"));
    }

    @Test
    void what_the_caller_says_of_the_ticket_goes_first() {
        UUID contact = UUID.randomUUID();
        desk.field("vendor", "text");
        JsonPath ticket = convert(threads.open(), """
                        {"title": " Mine ", "description": "d", "priority": "urgent", "status": "in_progress",
                         "tags": ["vip"], "contactIds": ["%s"], "customFields": {"vendor": "V-1"}}""".formatted(contact))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        assertEquals("Mine", ticket.getString("title"));
        assertEquals("urgent", ticket.getString("priority"));
        assertEquals("in_progress", ticket.getString("status"));
        assertEquals(List.of("vip"), ticket.getList("tags"));
        assertEquals(List.of(contact.toString()), ticket.getList("contactIds"));
        convert(threads.open(), "{\"title\":\" \",\"tags\":[\"\"]}")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/title"))
                .body("errors.pointer", hasItem("/tags/0"));
        convert(threads.open(), "{\"source\":\"api\"}").then().statusCode(400);
    }

    @Test
    void converting_again_answers_the_first_ticket() {
        String id = threads.open();
        String first = threads.convert(id);
        desk.change(first, "{\"title\":\"renamed\"}");
        convert(id, "{\"title\":\"another\"}")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("id", equalTo(first))
                .body("title", equalTo("renamed"));
        assertEquals(1, desk.rows("ticket"));
    }

    @Test
    void by_force_a_new_ticket_is_made_only_when_the_first_is_closed() {
        String id = threads.open();
        String first = threads.convert(id);
        for (String status : List.of("resolved", "waiting")) {
            desk.change(first, "{\"status\":\"" + status + "\"}");
            convert(id, "{\"force\":true}").then().statusCode(409).body("type", endsWith("/ticket-not-closed"));
        }
        desk.change(first, "{\"status\":\"closed\"}");
        convert(id, "{\"force\":false}").then().statusCode(200).body("id", equalTo(first));
        String second = convert(id, "{\"force\":true}")
                .then()
                .statusCode(201)
                .body("id", not(equalTo(first)))
                .body("conversationIds", equalTo(List.of(id)))
                .extract()
                .path("id");
        assertEquals("conversation_unlinked", desk.kinds(first).getLast());
        assertEquals(List.of(), desk.ticket(first).getList("conversationIds"));
        assertEquals(second, threads.read(id).getString("ticketId"));
        assertEquals(2, desk.rows("ticket"));
        assertEquals(1, desk.rows("conversation_link"));
    }

    @Test
    void twenty_who_convert_at_once_get_one_ticket() throws InterruptedException, ExecutionException {
        String id = threads.open();
        Set<String> tickets = new HashSet<>();
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(20)) {
            List<Future<Response>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(callers.submit(() -> convert(id, "{}")));
            }
            for (Future<Response> answer : answers) {
                statuses.add(answer.get().statusCode());
                tickets.add(answer.get().path("id"));
            }
        }
        assertEquals(1, tickets.size());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count());
        assertEquals(19, statuses.stream().filter(status -> status == 200).count());
        assertEquals(1, desk.rows("ticket"));
    }

    @Test
    void a_key_repeats_the_first_answer() {
        String id = threads.open();
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            bodies.add(desk.anna()
                    .header("Idempotency-Key", "k")
                    .body("{}")
                    .post(CONVERSATIONS + "/" + id + "/convert")
                    .then()
                    .statusCode(201)
                    .extract()
                    .asString());
        }
        assertEquals(bodies.getFirst(), bodies.getLast());
    }

    @Test
    void a_conversation_of_nobody_or_of_others_is_not_there() {
        String id = threads.open();
        new Desk()
                .anna()
                .body("{}")
                .post(CONVERSATIONS + "/" + id + "/convert")
                .then()
                .statusCode(404);
        convert(UUID.randomUUID().toString(), "{}").then().statusCode(404);
        desk.as("viewer")
                .body("{}")
                .post(CONVERSATIONS + "/" + id + "/convert")
                .then()
                .statusCode(403);
        assertEquals(0, desk.rows("ticket"));
        assertNotEquals(id, threads.convert(id));
    }
}
