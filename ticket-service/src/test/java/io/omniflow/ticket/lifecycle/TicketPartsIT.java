package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class TicketPartsIT {
    private final Desk desk = new Desk();

    private void put(String id, String part, int version) {
        desk.anna()
                .put(TICKETS + "/" + id + "/" + part)
                .then()
                .statusCode(200)
                .header("ETag", "\"" + version + "\"")
                .body("version", is(version));
    }

    private void delete(String id, String part, int version) {
        desk.anna()
                .delete(TICKETS + "/" + id + "/" + part)
                .then()
                .statusCode(200)
                .body("version", is(version));
    }

    @Test
    void a_tag_is_added_and_removed_once() {
        String id = desk.open("{\"title\":\"x\"}");
        put(id, "tags/Billing", 2);
        put(id, "tags/billing", 2);
        assertEquals(List.of("billing"), desk.ticket(id).getList("tags"));
        delete(id, "tags/BILLING", 3);
        delete(id, "tags/billing", 3);
        assertEquals(List.of("created", "tags_changed", "tags_changed"), desk.kinds(id));
    }

    @Test
    void a_ticket_takes_fifty_tags_and_no_more() {
        String id = desk.open("{\"title\":\"x\",\"tags\":["
                + String.join(
                        ",",
                        IntStream.range(0, 50).mapToObj(i -> "\"t" + i + "\"").toList()) + "]}");
        put(id, "tags/t7", 1);
        desk.anna()
                .put(TICKETS + "/" + id + "/tags/one-more")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/tags"));
        assertEquals(1, desk.ticket(id).getInt("version"));
    }

    @Test
    void a_contact_is_linked_and_unlinked_once() {
        String id = desk.open("{\"title\":\"x\"}");
        String contact = "contacts/" + UUID.randomUUID();
        put(id, contact, 2);
        put(id, contact, 2);
        delete(id, contact, 3);
        delete(id, contact, 3);
        assertEquals(List.of("created", "contact_linked", "contact_unlinked"), desk.kinds(id));
    }

    @Test
    void a_conversation_moves_only_after_it_was_let_go() {
        String first = desk.open("{\"title\":\"x\"}");
        String second = desk.open("{\"title\":\"y\"}");
        String conversation = "conversations/" + UUID.randomUUID();
        put(first, conversation, 2);
        put(first, conversation, 2);
        desk.anna()
                .put(TICKETS + "/" + second + "/" + conversation)
                .then()
                .statusCode(409)
                .body("type", endsWith("/conversation-linked"));
        delete(second, conversation, 1);
        delete(first, conversation, 3);
        put(second, conversation, 2);
        assertEquals(List.of(), desk.ticket(first).getList("conversationIds"));
        assertEquals(1, desk.rows("conversation_link"));
    }

    @Test
    void a_part_heeds_if_match_and_the_number_names_the_ticket() {
        String id = desk.open("{\"title\":\"x\"}");
        int number = desk.ticket(id).getInt("number");
        desk.anna()
                .header("If-Match", "\"7\"")
                .put(TICKETS + "/" + number + "/tags/a")
                .then()
                .statusCode(412);
        desk.anna()
                .header("If-Match", "\"1\"")
                .put(TICKETS + "/" + number + "/tags/a")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        new Desk().anna().put(TICKETS + "/" + id + "/tags/b").then().statusCode(404);
        desk.as("viewer").put(TICKETS + "/" + id + "/tags/b").then().statusCode(403);
    }
}
