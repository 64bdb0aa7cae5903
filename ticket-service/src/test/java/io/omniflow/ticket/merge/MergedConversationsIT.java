package io.omniflow.ticket.merge;

import static io.omniflow.ticket.Desk.TICKETS;
import static io.omniflow.ticket.merge.MergeDesk.ids;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.Topics;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Conversations, replies and links to engineering while their ticket is merged, and after. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class MergedConversationsIT {
    private final Watch watch = Events.watch(Topics.TICKETS);
    private final MergeDesk desk = new MergeDesk(watch);
    private String conversation = "";
    private String a = "";
    private String d = "";

    @BeforeEach
    void two_tickets() {
        conversation = desk.conversation();
        a = desk.open("A", List.of(), List.of(), List.of(conversation));
        d = desk.open("D", List.of(), List.of(), List.of());
    }

    @AfterEach
    void close() {
        desk.holdsTogether();
        watch.close();
    }

    private String reply(String ticket) {
        return desk.desk
                .anna()
                .body("{\"body\":\"hello\",\"conversationId\":\"" + conversation + "\"}")
                .post(TICKETS + "/" + ticket + "/replies")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private List<String> replies(String ticket) {
        return desk.desk
                .as("viewer")
                .get(TICKETS + "/" + ticket + "/replies")
                .jsonPath()
                .getList("items.id", String.class);
    }

    @Test
    void a_customers_message_reaches_the_destination_and_after_the_undo_the_source() {
        UUID merge = desk.merged(ids(a), d);
        desk.desk.change(d, "{\"status\":\"waiting\"}");
        desk.say(conversation, "contact", "Still down");
        assertEquals("open", desk.desk.ticket(d).getString("status"));
        assertEquals(1, received(d));
        desk.undone(merge, ids(a), d);
        desk.say(conversation, "contact", "Up again");
        assertEquals(1, received(d));
        assertEquals(1, received(a));
    }

    private long received(String ticket) {
        return desk.desk.kinds(ticket).stream()
                .filter("customer_message_received"::equals)
                .count();
    }

    @Test
    void replies_go_where_their_conversation_goes() {
        String before = reply(a);
        UUID merge = desk.merged(ids(a), d);
        String since = reply(d);
        assertEquals(List.of(since, before), replies(d));
        assertEquals(List.of(), replies(a));
        desk.undone(merge, ids(a), d);
        assertEquals(List.of(since, before), replies(a));
        assertEquals(List.of(), replies(d));
    }

    @Test
    void an_agents_reply_meanwhile_is_the_sources_first_response() {
        UUID merge = desk.merged(ids(a), d);
        desk.say(conversation, "agent", "We are on it");
        String answered = desk.desk.ticket(d).getString("firstRespondedAt");
        assertNotNull(answered);
        desk.say(conversation, "agent", "Done");
        desk.undone(merge, ids(a), d);
        assertEquals(answered, desk.desk.ticket(a).getString("firstRespondedAt"));
    }

    @Test
    void a_reply_in_a_conversation_that_stays_is_not() {
        UUID merge = desk.merged(ids(a), d);
        desk.say(conversation, "agent", "We are on it");
        String path = TICKETS + "/" + d + "/conversations/" + conversation;
        desk.desk.anna().delete(path).then().statusCode(200);
        desk.desk.anna().put(path).then().statusCode(200);
        desk.undone(merge, ids(a), d);
        assertNull(desk.desk.ticket(a).getString("firstRespondedAt"));
        assertEquals(List.of(), desk.desk.ticket(a).getList("conversationIds"));
        assertEquals(List.of(conversation), desk.desk.ticket(d).getList("conversationIds"));
    }

    @Test
    void a_conversation_cannot_be_converted_into_a_second_ticket_meanwhile() {
        desk.merged(ids(a), d);
        assertEquals(
                d,
                desk.desk
                        .anna()
                        .body("{}")
                        .post("/api/v1/conversations/" + conversation + "/convert")
                        .jsonPath()
                        .getString("id"));
    }

    @Test
    void links_to_engineering_are_shown_on_the_destination_until_the_undo() {
        String end = desk.open("E", List.of(), List.of(), List.of());
        Events.publish(desk.desk.told(
                a,
                new IntegrationEvent.LinkCreated(
                        UUID.randomUUID(),
                        UUID.fromString(a),
                        UUID.randomUUID(),
                        "linear",
                        "ENG-7",
                        "https://linear.app/x/ENG-7",
                        "Todo"),
                null));
        Awaitility.await().until(() -> links(a).equals(List.of("ENG-7")));
        UUID first = desk.merged(ids(a), d);
        UUID second = desk.merged(ids(d), end);
        for (String ticket : List.of(a, d, end)) {
            assertEquals(List.of("ENG-7"), links(ticket));
        }
        desk.undone(second, ids(d), end);
        assertEquals(List.of(), links(end));
        assertEquals(List.of("ENG-7"), links(d));
        desk.undone(first, ids(a), d);
        assertEquals(List.of(), links(d));
        assertEquals(List.of("ENG-7"), links(a));
    }

    private List<String> links(String ticket) {
        JsonPath read = desk.desk.ticket(ticket);
        return read.getList("links.key", String.class);
    }
}
