package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import io.omniflow.local.identity.TokenRole;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The four ways a ticket comes to be, and one that spans two channels, through all services. */
@ExtendWith(OneSuite.class)
class FourWaysStoryTest {
    private static final String JSON = "application/json";
    private static final String TICKETS = "/api/v1/tickets";
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Suite suite;
    private final UUID workspace = UUID.randomUUID();
    private final SuiteApi api;
    private final InboxOnKafka inbox;

    FourWaysStoryTest(Suite suite) throws IOException {
        this.suite = suite;
        api = new SuiteApi(suite.baseUrl(), suite.token(workspace, TokenRole.LEAD, "anna"));
        inbox = new InboxOnKafka(suite.kafka(), workspace);
    }

    @BeforeEach
    void anna_works_here() throws Exception {
        try (SuiteApi admin = new SuiteApi(suite.baseUrl(), suite.token(workspace, TokenRole.ADMIN, "otto"))) {
            admin.post("/api/v1/agents", JSON, "{\"name\": \"Anna\", \"subject\": \"anna\"}")
                    .orFail("Adding an agent");
        }
    }

    @AfterEach
    void leave() {
        api.close();
        inbox.close();
    }

    @Test
    void a_conversation_is_converted_and_answered_on_its_channel() throws Exception {
        UUID conversation = inbox.opens("whatsapp", "Payment declined", "dana@customer.example", "My card is refused.");
        api.await("The conversation", "/api/v1/conversations/" + conversation, SOON, known -> !known.path("subject")
                .isNull());
        String convert = "/api/v1/conversations/" + conversation + "/convert";

        JsonNode ticket = api.post(convert, JSON, "{}").orFail("Converting").body();

        assertEquals("Payment declined", ticket.path("title").asText());
        assertEquals("conversation", ticket.path("source").asText());
        assertEquals(
                conversation.toString(), ticket.path("conversationIds").path(0).asText());
        assertEquals("whatsapp", ticket.path("tags").path(0).asText());
        assertEquals(
                "dana@customer.example",
                api.get("/api/v1/contacts/" + ticket.path("contactIds").path(0).asText())
                        .body()
                        .path("email")
                        .asText());
        String id = ticket.path("id").asText();
        assertEquals(
                id,
                api.post(convert, JSON, "{}").body().path("id").asText(),
                "Converting again gives the first ticket");

        api.post(TICKETS + "/" + id + "/replies", JSON, "{\"body\": \"We are on it.\"}")
                .orFail("Replying");

        JsonNode order = inbox.order(conversation);
        assertEquals("whatsapp", order.path("channel").asText());
        assertEquals("thread-" + conversation, order.path("externalId").asText());
        assertEquals("We are on it.", order.path("body").asText());
        assertClock(id, "first_response", "stopped");
        assertAudited(id, "created", "agent_replied");
    }

    @Test
    void the_tickets_page_opens_one_for_a_customer() throws Exception {
        String customer = api.post(
                        "/api/v1/contacts", JSON, "{\"name\": \"Dana\", \"email\": \"dana@customer.example\"}")
                .orFail("Adding a customer")
                .body()
                .path("id")
                .asText();

        JsonNode ticket = api.post(
                        TICKETS,
                        JSON,
                        "{\"title\": \"Invoice wanted\", \"source\": \"manual\", \"contactIds\": [\"" + customer
                                + "\"]}")
                .orFail("New ticket")
                .body();

        assertEquals("manual", ticket.path("source").asText());
        assertEquals("open", ticket.path("status").asText());
        String id = ticket.path("id").asText();
        assertEquals(
                List.of(id),
                ids(api.get(TICKETS + "?contact=" + customer)
                        .orFail("The customer's tickets")
                        .body()));
        assertClock(id, "resolution", "running");
        assertAudited(id, "created");
    }

    @Test
    void a_rule_opens_one_for_each_conversation_that_matches() throws Exception {
        String team = api.post("/api/v1/teams", JSON, "{\"name\": \"Payments\"}")
                .body()
                .path("id")
                .asText();
        api.post("/api/v1/rules", JSON, """
                {"name": "Refused cards", "trigger": "message_received", "when": {"keywords": ["refused"]},
                 "then": {"createTicket": {"title": "Card: {subject}", "priority": "urgent", "teamId": "%s"}}}
                """.formatted(team)).orFail("A rule");

        UUID other = inbox.opens("email", "Thanks", "lee@customer.example", "All fine now.");
        UUID matching = inbox.opens("email", "Payment", "dana@customer.example", "My card is refused.");

        JsonNode ticket = api.await(
                        "The rule's ticket",
                        TICKETS + "?conversation=" + matching,
                        SOON,
                        found -> found.path("items").size() == 1)
                .path("items")
                .path(0);
        assertEquals("automation", ticket.path("source").asText());
        assertEquals("Card: Payment", ticket.path("title").asText());
        assertEquals("urgent", ticket.path("priority").asText());
        assertEquals(team, ticket.path("teamId").asText());
        String id = ticket.path("id").asText();
        inbox.writes(matching, "Refused again!");
        api.await("The second message", TICKETS + "/" + id + "/timeline", SOON, timeline -> kinds(timeline)
                .contains("customer_message_received"));
        assertEquals(1, api.get(TICKETS).body().path("items").size());
        assertEquals(
                0,
                api.get(TICKETS + "?conversation=" + other).body().path("items").size());
        assertClock(id, "first_response", "running");
        assertAudited(id, "created");
    }

    @Test
    void the_api_opens_one_however_often_a_call_is_repeated() throws Exception {
        String body = "{\"title\": \"Disk full\", \"priority\": \"high\", \"tags\": [\"monitoring\"]}";
        Set<String> ids = new HashSet<>();
        for (int call = 0; call < 3; call++) {
            ids.add(api.postOnce(TICKETS, "alarm-17", body)
                    .orFail("Opening by the API")
                    .body()
                    .path("id")
                    .asText());
        }
        assertEquals(1, ids.size());
        String id = ids.iterator().next();
        assertEquals("api", api.get(TICKETS + "/" + id).body().path("source").asText());
        assertEquals(1, api.get(TICKETS).body().path("items").size());
        assertClock(id, "resolution", "running");
        assertAudited(id, "created");
    }

    @Test
    void a_ticket_that_spans_two_channels_answers_on_each() throws Exception {
        UUID mail = inbox.opens("email", "Order 1009", "dana@customer.example", "Where is it?");
        UUID chat = inbox.opens("chat", "Order 1009", "dana@customer.example", "Me again, where is my order?");
        for (UUID conversation : List.of(mail, chat)) {
            api.await("The conversation", "/api/v1/conversations/" + conversation, SOON, known -> !known.path("subject")
                    .isNull());
        }
        String id = api.post("/api/v1/conversations/" + mail + "/convert", JSON, "{}")
                .orFail("Converting")
                .body()
                .path("id")
                .asText();
        api.put(TICKETS + "/" + id + "/conversations/" + chat).orFail("Linking the chat");
        api.patch(TICKETS + "/" + id, "{\"status\": \"waiting\"}").orFail("Waiting for the carrier");

        inbox.writes(chat, "Still nothing.");

        api.await("The customer's message opens it again", TICKETS + "/" + id, SOON, ticket -> "open"
                .equals(ticket.path("status").asText()));
        for (UUID conversation : List.of(mail, chat)) {
            api.post(
                            TICKETS + "/" + id + "/replies",
                            JSON,
                            "{\"body\": \"It arrives today.\", \"conversationId\": \"" + conversation + "\"}")
                    .orFail("Replying");
        }
        assertEquals("email", inbox.order(mail).path("channel").asText());
        assertEquals("chat", inbox.order(chat).path("channel").asText());
        assertClock(id, "first_response", "stopped");
        assertAudited(
                id, "created", "conversation_linked", "customer_message_received", "status_changed", "agent_replied");
    }

    private void assertClock(String ticket, String metric, String state) throws InterruptedException {
        api.await(metric + " " + state, "/api/v1/sla/tickets/" + ticket, SOON, clocks -> StreamSupport.stream(
                        clocks.path("clocks").spliterator(), false)
                .anyMatch(clock -> metric.equals(clock.path("metric").asText())
                        && state.equals(clock.path("state").asText())));
    }

    private void assertAudited(String ticket, String... kinds) throws InterruptedException {
        api.await("The audit log", "/api/v1/audit?ticketId=" + ticket, SOON, entries -> kinds(entries)
                .containsAll(List.of(kinds)));
    }

    private static List<String> kinds(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("kind").asText())
                .toList();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("id").asText())
                .toList();
    }
}
