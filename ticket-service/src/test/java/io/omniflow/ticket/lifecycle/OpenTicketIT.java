package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.Channel;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class OpenTicketIT {
    private static final String INSTANT = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final Set<String> FIELDS = Set.of(
            "id",
            "number",
            "title",
            "description",
            "status",
            "priority",
            "assigneeId",
            "teamId",
            "tags",
            "contactIds",
            "conversationIds",
            "customFields",
            "source",
            "externalId",
            "mergedInto",
            "links",
            "sla",
            "version",
            "createdAt",
            "updatedAt",
            "firstRespondedAt",
            "resolvedAt",
            "closedAt");

    private final Desk desk = new Desk();

    @Test
    void a_title_is_enough_and_the_rest_has_defaults() {
        desk.anna()
                .body("{\"title\":\"  Printer on fire \"}")
                .post(TICKETS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .header("Location", notNullValue())
                .body("title", equalTo("Printer on fire"))
                .body("description", nullValue())
                .body("status", equalTo("open"))
                .body("priority", equalTo("normal"))
                .body("tags", is(List.of()))
                .body("customFields", is(Map.of()))
                .body("source", equalTo("api"))
                .body("version", is(1))
                .body("sla.state", equalTo("none"))
                .body("createdAt", matchesPattern(INSTANT));
    }

    @Test
    void a_ticket_keeps_everything_it_is_opened_with() {
        String team = desk.team();
        String agent = desk.agent();
        desk.field("vendor_ticket_id", "text");
        desk.field("orders", "number");
        desk.field("loss", "number");
        desk.field("urgent", "boolean");
        desk.field("regions", "multi_select", "de", "at");
        String contact = UUID.randomUUID().toString();
        String conversation = UUID.randomUUID().toString();
        String id = desk.open("""
                {"title": "Checkout fails", "description": "Two banks \\uD83D\\uDE00", "priority": "high", "status": "in_progress",
                 "teamId": "%s", "assigneeId": "%s", "tags": ["Billing", " EU ", "billing"], "contactIds": ["%s"],
                 "conversationIds": ["%s"], "source": "manual",
                 "customFields": {"vendor_ticket_id": "V-1", "orders": 21, "loss": 12.5, "urgent": true, "regions": ["de"],
                   "nothing": null}}""".formatted(team, agent, contact, conversation));
        JsonPath ticket = desk.ticket(id);
        assertEquals("Two banks \uD83D\uDE00", ticket.getString("description"));
        assertEquals("high", ticket.getString("priority"));
        assertEquals("in_progress", ticket.getString("status"));
        assertEquals(team, ticket.getString("teamId"));
        assertEquals(agent, ticket.getString("assigneeId"));
        assertEquals(List.of("billing", "eu"), ticket.getList("tags"));
        assertEquals(List.of(contact), ticket.getList("contactIds"));
        assertEquals(List.of(conversation), ticket.getList("conversationIds"));
        assertEquals("manual", ticket.getString("source"));
        assertEquals(
                Set.of("vendor_ticket_id", "orders", "loss", "urgent", "regions"),
                ticket.getMap("customFields").keySet());
        assertEquals(21, ticket.getInt("customFields.orders"));
        assertEquals(12.5f, ticket.getFloat("customFields.loss"));
        assertEquals(List.of("de"), ticket.getList("customFields.regions"));
    }

    @Test
    void an_answer_omits_no_field() {
        JsonPath opened = desk.anna().body("{\"title\":\"x\"}").post(TICKETS).jsonPath();
        assertEquals(FIELDS, opened.getMap("").keySet());
        JsonPath read = desk.ticket(opened.getString("id"));
        assertEquals(FIELDS, read.getMap("").keySet());
        assertEquals(opened.getMap(""), read.getMap(""));
        assertEquals(
                Set.of("state", "nextDueAt", "firstResponse", "resolution", "nextResponse"),
                read.getMap("sla").keySet());
    }

    @Test
    void a_ticket_is_read_by_id_and_by_number() {
        String id = desk.open("{\"title\":\"x\"}");
        int number = desk.ticket(id).getInt("number");
        assertEquals(id, desk.ticket(String.valueOf(number)).getString("id"));
        desk.anna()
                .header("If-None-Match", "\"1\"")
                .get(TICKETS + "/" + number)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        new Desk().anna().get(TICKETS + "/" + number).then().statusCode(404);
        new Desk().anna().get(TICKETS + "/" + id).then().statusCode(404);
    }

    @Test
    void numbers_of_a_workspace_never_repeat() {
        List<Integer> numbers = java.util.stream.IntStream.range(0, 30)
                .mapToObj(i -> desk.ticket(desk.open("{\"title\":\"x\"}")).getInt("number"))
                .toList();
        assertEquals(30, Set.copyOf(numbers).size());
    }

    @Test
    void a_ticket_opened_as_done_has_its_times() {
        JsonPath resolved = desk.ticket(desk.open("{\"title\":\"x\",\"status\":\"resolved\"}"));
        assertEquals(resolved.getString("createdAt"), resolved.getString("resolvedAt"));
        assertEquals(null, resolved.getString("closedAt"));
        JsonPath closed = desk.ticket(desk.open("{\"title\":\"x\",\"status\":\"closed\"}"));
        assertEquals(closed.getString("createdAt"), closed.getString("resolvedAt"));
        assertEquals(closed.getString("createdAt"), closed.getString("closedAt"));
    }

    @Test
    void the_opening_is_published_with_the_state_it_led_to() {
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            desk.field("n", "number");
            String id = desk.open("{\"title\":\"x\",\"tags\":[\"b\",\"a\"],\"customFields\":{\"n\":1}}");
            SeenEvent event = watch.await(Desk.factsOf(id));
            JsonPath ticket = desk.ticket(id);
            assertEquals("omniflow.ticket.created.v1", event.type());
            assertEquals(id, event.key());
            assertEquals(1, event.sequence());
            assertEquals(ticket.getString("createdAt"), event.header("ce_time"));
            assertEquals("agent:anna", event.header("ce_actor"));
            TicketEvent.Created created = (TicketEvent.Created) event.data();
            assertEquals(List.of("a", "b"), created.ticket().tags());
            assertEquals(ticket.getLong("number"), created.ticket().number());
            assertEquals(ticket.getString("createdAt"), new JsonPath(event.value()).getString("ticket.createdAt"));
        }
    }

    @Test
    void a_conversation_belongs_to_one_ticket_at_a_time() {
        String conversation = UUID.randomUUID().toString();
        String body = "{\"title\":\"x\",\"conversationIds\":[\"" + conversation + "\"]}";
        desk.open(body);
        desk.anna()
                .body(body)
                .post(TICKETS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("/conversation-linked"));
        assertEquals(1, desk.rows("ticket"));
        assertEquals(1, desk.rows("timeline"));
        new Desk().open(body);
    }

    @Test
    void who_may_only_read_opens_nothing() {
        desk.as("viewer").body("{\"title\":\"x\"}").post(TICKETS).then().statusCode(403);
        desk.as("viewer").get(TICKETS).then().statusCode(200).body("items", is(List.of()));
        desk.as("admin").body("{\"title\":\"x\"}").post(TICKETS).then().statusCode(201);
        desk.as("lead").get(TICKETS).then().body("items.title", contains("x"));
    }

    @Test
    void who_waits_for_a_block_of_numbers_keeps_their_own_trace() throws Exception {
        try (Watch watch = Events.watch(Topics.TICKETS);
                ExecutorService threads = Executors.newFixedThreadPool(20)) {
            List<String> traces = IntStream.range(0, 60)
                    .mapToObj(i -> UUID.randomUUID().toString().replace("-", ""))
                    .toList();
            List<Callable<String>> opened = traces.stream()
                    .<Callable<String>>map(trace -> () -> desk.anna()
                            .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                            .body("{\"title\":\"x\"}")
                            .post(TICKETS)
                            .path("id"))
                    .toList();
            List<String> ids =
                    threads.invokeAll(opened).stream().map(Future::resultNow).toList();
            List<String> told = ids.stream()
                    .map(id ->
                            watch.await(Desk.factsOf(id)).header("traceparent").substring(3, 35))
                    .toList();
            assertEquals(traces, told);
        }
    }

    private String conversation(String channel) {
        return desk.anna()
                .body("{\"channel\": \"" + channel + "\", \"contact\": {\"name\": \"Cleo\"}}")
                .post("/api/v1/conversations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void facts_after_which_the_conversations_are_others_tell_their_channels() {
        String chat = conversation("chat");
        String mail = conversation("email");
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            String id = desk.open("{\"title\":\"Printer\",\"conversationIds\":[\"" + chat + "\"]}");
            desk.anna().put(TICKETS + "/" + id + "/conversations/" + mail);
            desk.anna().delete(TICKETS + "/" + id + "/conversations/" + chat);
            desk.change(id, "{\"title\":\"renamed\"}");

            List<SeenEvent> told = watch.await(4, event -> event.subject().equals(UUID.fromString(id)));
            assertEquals(
                    Arrays.asList(
                            List.of(Channel.CHAT), List.of(Channel.EMAIL, Channel.CHAT), List.of(Channel.EMAIL), null),
                    told.stream()
                            .map(event -> ((TicketEvent) event.data()).ticket().channels())
                            .toList());
        }
    }
}
