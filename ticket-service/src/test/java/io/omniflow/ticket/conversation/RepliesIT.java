package io.omniflow.ticket.conversation;

import static io.omniflow.ticket.Desk.TICKETS;
import static io.omniflow.ticket.conversation.Threads.CONVERSATIONS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.Channel;
import io.omniflow.contract.ContactCard;
import io.omniflow.contract.ConversationCommand;
import io.omniflow.contract.ConversationEvent;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Tokens;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RepliesIT {
    private static final String MAIL = """
            {"channel": "email", "subject": "Payment declined", "contact": {"name": "Dana", "email": "dana@customer.example"},
             "externalId": "mail-9", "inboxAddress": "support@shop.example"}""";

    private final Desk desk = new Desk();
    private final Threads threads = new Threads(desk);

    private ValidatableResponse reply(String ticket, String body) {
        return desk.anna().body(body).post(TICKETS + "/" + ticket + "/replies").then();
    }

    private JsonPath accepted(String ticket, String text) {
        return reply(ticket, "{\"body\":\"" + text + "\"}")
                .statusCode(202)
                .extract()
                .jsonPath();
    }

    private JsonPath read(JsonPath reply) {
        return desk.as("viewer")
                .get(TICKETS + "/" + reply.getString("ticketId") + "/replies/" + reply.getString("id"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void a_reply_leaves_on_the_channel_the_conversation_came_by() {
        try (Watch commands = Events.watch(Topics.CONVERSATION_COMMANDS);
                Watch facts = Events.watch(Topics.TICKETS)) {
            String conversation = threads.open(MAIL);
            String ticket = threads.convert(conversation);
            UUID agent = UUID.fromString(desk.agent());
            JsonPath reply = RestAssured.given()
                    .auth()
                    .oauth2(Tokens.token(desk.workspace, agent.toString(), "agent"))
                    .contentType("application/json")
                    .body("{\"body\":\"We are on it.\"}")
                    .post(TICKETS + "/" + desk.ticket(ticket).getInt("number") + "/replies")
                    .then()
                    .statusCode(202)
                    .header("ETag", "\"1\"")
                    .extract()
                    .jsonPath();
            assertEquals(
                    Set.of(
                            "id",
                            "ticketId",
                            "conversationId",
                            "body",
                            "author",
                            "createdAt",
                            "delivery",
                            "deliveredAt",
                            "failure"),
                    reply.getMap("").keySet());
            assertEquals("accepted", reply.getString("delivery"));
            assertEquals(ticket, reply.getString("ticketId"));
            UUID id = UUID.fromString(reply.getString("id"));
            SeenEvent command =
                    commands.await(event -> event.header("ce_subject").equals(conversation));
            assertEquals(conversation, command.key());
            assertEquals(
                    new ConversationCommand.SendReply(
                            UUID.fromString(conversation),
                            UUID.fromString(ticket),
                            id,
                            Channel.EMAIL,
                            UUID.fromString(threads.read(conversation).getString("contactId")),
                            "We are on it.",
                            "Payment declined",
                            "mail-9",
                            "support@shop.example",
                            new ContactCard("Dana", "dana@customer.example", null),
                            agent),
                    command.data());
            TicketEvent.AgentReplied fact = (TicketEvent.AgentReplied)
                    facts.await(2, Desk.factsOf(ticket)).getLast().data();
            assertEquals(id, fact.replyId());
            assertEquals(reply.getString("createdAt"), desk.ticket(ticket).getString("firstRespondedAt"));
            assertEquals(id.toString(), threads.messages(conversation).getString("items[0].replyId"));
            assertEquals(reply.getMap(""), read(reply).getMap(""));
        }
    }

    @Test
    void the_echo_of_a_reply_tells_its_delivery_and_nothing_else() {
        String conversation = threads.open(MAIL);
        String ticket = threads.convert(conversation);
        JsonPath reply = accepted(ticket, "On it");
        UUID id = UUID.fromString(reply.getString("id"));
        Events.publish(threads.sent(UUID.fromString(conversation), UUID.randomUUID(), id, "On it"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals("delivered", read(reply).getString("delivery")));
        String deliveredAt = read(reply).getString("deliveredAt");
        desk.anna()
                .body("{\"author\":\"agent\",\"body\":\"On it\",\"replyId\":\"" + id + "\"}")
                .post(CONVERSATIONS + "/" + conversation + "/messages")
                .then()
                .statusCode(201)
                .body("id", equalTo(id.toString()));
        assertEquals(deliveredAt, read(reply).getString("deliveredAt"));
        assertEquals(List.of("created", "agent_replied"), desk.kinds(ticket));
        assertEquals(1, threads.messages(conversation).getList("items").size());
        desk.as("viewer").get(TICKETS + "/" + ticket + "/replies/" + id).then().header("ETag", "\"2\"");
    }

    @Test
    void a_reply_that_did_not_arrive_says_why_until_it_does() {
        String conversation = threads.open(MAIL);
        String ticket = threads.convert(conversation);
        JsonPath reply = accepted(ticket, "On it");
        UUID thread = UUID.fromString(conversation);
        UUID id = UUID.fromString(reply.getString("id"));
        OutboundEvent failed = threads.told(
                new ConversationEvent.ReplyFailed(thread, id, "The mailbox is full"), "system:inbox", Instant.now());
        Events.publish(failed, failed);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals("failed", read(reply).getString("delivery")));
        assertEquals("The mailbox is full", read(reply).getString("failure"));
        String path = TICKETS + "/" + ticket + "/replies/" + id;
        desk.as("viewer").get(path).then().header("ETag", "\"2\"");
        Events.publish(threads.sent(thread, UUID.randomUUID(), id, "On it"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals("delivered", read(reply).getString("delivery")));
        assertNull(read(reply).getString("failure"));
        desk.as("viewer").get(path).then().header("ETag", "\"3\"");
        assertEquals(List.of("created", "agent_replied"), desk.kinds(ticket));
    }

    @Test
    void what_a_conversation_keeps_of_a_contact_is_erased_with_it() {
        try (Watch commands = Events.watch(Topics.CONVERSATION_COMMANDS)) {
            String conversation = threads.open(MAIL);
            String other = threads.open(MAIL.replace("mail-9", "mail-10").replace("dana@", "lee@"));
            String contact = threads.read(conversation).getString("contactId");
            desk.as("admin").delete("/api/v1/contacts/" + contact).then().statusCode(204);
            for (String thread : List.of(conversation, other)) {
                accepted(threads.convert(thread), "x");
            }
            assertNull(order(commands, conversation).recipient());
            assertEquals(
                    new ContactCard("Dana", "lee@customer.example", null),
                    order(commands, other).recipient());
            desk.as("viewer").get(CONVERSATIONS + "/" + conversation).then().body("contactId", equalTo(contact));
        }
    }

    private static ConversationCommand.SendReply order(Watch commands, String conversation) {
        return (ConversationCommand.SendReply)
                commands.await(event -> event.header("ce_subject").equals(conversation))
                        .data();
    }

    @Test
    void a_failure_of_another_conversations_reply_is_no_word_on_it() {
        JsonPath reply = accepted(threads.convert(threads.open(MAIL)), "On it");
        UUID other = UUID.fromString(threads.open());
        Events.publish(
                threads.told(
                        new ConversationEvent.ReplyFailed(other, UUID.fromString(reply.getString("id")), "x"),
                        "system:inbox",
                        Instant.now()),
                threads.received(other, UUID.randomUUID(), "after"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() ->
                        assertEquals("after", threads.messages(other.toString()).getString("items[0].body")));
        assertEquals("accepted", read(reply).getString("delivery"));
    }

    @Test
    void a_reply_whose_delivery_is_told_by_rest_is_delivered() {
        String conversation = threads.open(MAIL);
        JsonPath reply = accepted(threads.convert(conversation), "On it");
        desk.anna()
                .body("{\"author\":\"agent\",\"body\":\"On it\",\"replyId\":\"" + reply.getString("id") + "\"}")
                .post(CONVERSATIONS + "/" + conversation + "/messages")
                .then()
                .statusCode(201);
        assertEquals("delivered", read(reply).getString("delivery"));
    }

    @Test
    void a_ticket_without_or_with_several_conversations_needs_to_be_told() {
        String none = desk.open("{\"title\":\"x\"}");
        reply(none, "{\"body\":\"x\"}").statusCode(409).body("type", endsWith("/no-conversation"));
        String one = threads.open(MAIL);
        String two = threads.open();
        String ticket = threads.convert(one);
        desk.anna().put(TICKETS + "/" + ticket + "/conversations/" + two).then().statusCode(200);
        reply(ticket, "{\"body\":\"x\"}").statusCode(422).body("errors.pointer", hasItem("/conversationId"));
        reply(ticket, "{\"body\":\"x\",\"conversationId\":\"" + threads.open() + "\"}")
                .statusCode(422)
                .body("errors.pointer", hasItem("/conversationId"));
        reply(ticket, "{\"body\":\"x\",\"conversationId\":\"" + two + "\"}")
                .statusCode(202)
                .body("conversationId", equalTo(two));
        reply(ticket, "{\"body\":\" \"}").statusCode(422).body("errors.pointer", hasItem("/body"));
        assertEquals(1, desk.rows("reply"));
    }

    @Test
    void nothing_can_be_sent_on_a_channel_nobody_knows() {
        String ticket = desk.open("{\"title\":\"x\",\"conversationIds\":[\"" + UUID.randomUUID() + "\"]}");
        reply(ticket, "{\"body\":\"x\"}").statusCode(409).body("type", endsWith("/conversation-not-known"));
        assertEquals(1, desk.ticket(ticket).getInt("version"));
    }

    @Test
    void a_repeated_call_sends_once() {
        try (Watch commands = Events.watch(Topics.CONVERSATION_COMMANDS)) {
            String conversation = threads.open(MAIL);
            String ticket = threads.convert(conversation);
            Set<String> ids = new java.util.HashSet<>();
            for (int i = 0; i < 2; i++) {
                ids.add(desk.anna()
                        .header("Idempotency-Key", "k")
                        .body("{\"body\":\"x\"}")
                        .post(TICKETS + "/" + ticket + "/replies")
                        .then()
                        .statusCode(202)
                        .extract()
                        .path("id"));
            }
            assertEquals(1, ids.size());
            accepted(ticket, "y");
            assertEquals(
                    2,
                    commands.await(2, event -> event.header("ce_subject").equals(conversation))
                            .size());
            assertEquals(
                    List.of("y", "x"),
                    desk.as("viewer")
                            .get(TICKETS + "/" + ticket + "/replies")
                            .jsonPath()
                            .getList("items.body"));
        }
    }

    @Test
    void notes_never_leave_for_the_customer() {
        try (Watch commands = Events.watch(Topics.CONVERSATION_COMMANDS);
                Watch told = Events.watch(Topics.CONVERSATIONS)) {
            String secret = "secret-" + UUID.randomUUID();
            String conversation = threads.open(MAIL);
            String ticket = threads.convert(conversation);
            String notes = TICKETS + "/" + ticket + "/notes";
            String note = desk.anna()
                    .body("{\"body\":\"" + secret + "\"}")
                    .post(notes)
                    .path("id");
            accepted(ticket, "before");
            desk.anna()
                    .header("If-Match", "\"1\"")
                    .body("{\"body\":\"" + secret + " edited\"}")
                    .patch(notes + "/" + note)
                    .then()
                    .statusCode(200);
            desk.anna().delete(notes + "/" + note).then().statusCode(204);
            accepted(ticket, "after");
            threads.say(conversation, "contact", "last");
            commands.await(2, event -> event.header("ce_subject").equals(conversation));
            told.await(event -> String.valueOf(event.value()).contains("\"last\""));
            for (SeenEvent event : commands.untilQuietFor(Duration.ofSeconds(1))) {
                assertFalse(String.valueOf(event.value()).contains(secret));
            }
            for (SeenEvent event : told.untilQuietFor(Duration.ofMillis(200))) {
                assertFalse(String.valueOf(event.value()).contains(secret));
            }
        }
    }

    @Test
    void replies_of_others_are_not_there() {
        String ticket = threads.convert(threads.open(MAIL));
        JsonPath reply = accepted(ticket, "x");
        String path = TICKETS + "/" + ticket + "/replies";
        new Desk().anna().get(path).then().statusCode(404);
        new Desk().anna().body("{\"body\":\"x\"}").post(path).then().statusCode(404);
        String other = desk.open("{\"title\":\"y\"}");
        desk.anna()
                .get(TICKETS + "/" + other + "/replies/" + reply.getString("id"))
                .then()
                .statusCode(404);
        desk.as("viewer").body("{\"body\":\"x\"}").post(path).then().statusCode(403);
    }
}
