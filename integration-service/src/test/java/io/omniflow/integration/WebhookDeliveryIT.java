package io.omniflow.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.integration.hook.fake.Received;
import io.omniflow.integration.hook.fake.Reply;
import io.omniflow.integration.hook.fake.Verification;
import io.omniflow.kit.outbox.History;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Facts on their way to endpoints that work, fail, ask for patience or are gone. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class WebhookDeliveryIT {
    private final HookDesk desk = new HookDesk();
    private final String path = HookDesk.path();

    @Test
    void a_fact_is_sent_signed_under_the_id_of_its_event() throws IOException {
        Response made = desk.make(path, HookDesk.STATUS_CHANGED);

        String message = desk.happens();

        Received call = HookDesk.awaitCalls(path, 1).getFirst();
        assertEquals(message, call.id());
        assertTrue(Verification.holds(made.path("secret"), call, Instant.now()));
        JsonNode body = new ObjectMapper().readTree(call.body());
        assertEquals(HookDesk.STATUS_CHANGED, body.path("type").asText());
        assertEquals(desk.ticket.toString(), body.path("subject").asText());
        assertEquals("waiting", body.path("data").path("after").asText());
        assertEquals(7, body.path("sequence").asInt());
        Map<String, Object> entry = desk.await(made.path("id"), message, "delivered");
        assertEquals(1, entry.get("attempts"));
    }

    @Test
    void only_what_is_followed_is_sent_and_only_to_its_own_workspace() {
        String all = HookDesk.path();
        desk.make(path, HookDesk.STATUS_CHANGED);
        desk.make(all);
        String others = HookDesk.path();
        HookDesk stranger = new HookDesk();
        stranger.make(others);

        String priority = desk.priorityChanges();
        String status = desk.happens();
        String elsewhere = stranger.happens();

        HookDesk.awaitCalls(path, 1);
        HookDesk.awaitCalls(others, 1);
        assertEquals(Set.of(priority, status), Set.copyOf(ids(HookDesk.awaitCalls(all, 2))));
        assertEquals(List.of(status), ids(HookDesk.RECEIVER.calls(path)));
        assertEquals(List.of(elsewhere), ids(HookDesk.RECEIVER.calls(others)));
    }

    @Test
    void neither_history_nor_what_happened_before_is_sent() {
        Instant before = Instant.now().minusSeconds(5);
        desk.make(path);
        TicketEvent fact = new TicketEvent.StatusChanged(
                TicketStatus.OPEN, TicketStatus.CLOSED, TicketOwner.state(desk.ticket, "Old", null));

        desk.happens(fact, before, History.LIVE);
        desk.happens(fact, Instant.now(), History.BACKFILL);
        String news = desk.happens();

        assertEquals(List.of(news), ids(HookDesk.awaitCalls(path, 1)));
    }

    @Test
    void a_failing_endpoint_is_called_again_under_the_same_id_until_it_works() {
        HookDesk.RECEIVER.answer(
                path, before -> before < 2 ? new Reply.Status(500, Map.of(), "not yet") : Reply.status(200));
        String endpoint = desk.make(path).path("id");

        String message = desk.happens();

        Map<String, Object> entry = desk.await(endpoint, message, "delivered");
        assertEquals(3, entry.get("attempts"));
        List<Received> calls = HookDesk.RECEIVER.calls(path);
        assertEquals(List.of(message, message, message), ids(calls));
        assertEquals(1, calls.stream().map(Received::body).distinct().count());
        desk.read(endpoint).then().body("failingSince", nullValue());
    }

    @Test
    void a_receiver_that_asks_for_patience_is_given_it() {
        HookDesk.RECEIVER.answer(
                path,
                before -> before == 0 ? new Reply.Status(429, Map.of("Retry-After", "3600"), "") : Reply.status(204));
        String endpoint = desk.make(path).path("id");
        Instant started = Instant.now();

        desk.await(endpoint, desk.happens(), "delivered");

        // an hour was asked for, two seconds is the most these settings allow, and without asking it would be 0.1
        assertTrue(Instant.now().isAfter(started.plusSeconds(2)));
    }

    @Test
    void an_endpoint_that_is_gone_is_disabled_at_once_and_that_is_told() {
        HookDesk.RECEIVER.answer(path, _ -> Reply.status(410));
        try (Watch told = Events.watch(Topics.WORKSPACE)) {
            String endpoint = desk.make(path).path("id");

            String message = desk.happens();

            WorkspaceEvent.WebhookDisabled disabled = disabled(told);
            assertEquals("gone", disabled.reason());
            assertEquals(endpoint, disabled.endpointId().toString());
            desk.await(endpoint, message, "failed");
            assertEquals(1, HookDesk.RECEIVER.calls(path).size());
            desk.read(endpoint)
                    .then()
                    .body("enabled", equalTo(false))
                    .body("disabledReason", equalTo("gone"))
                    .body("version", equalTo(2));
        }
    }

    @Test
    void an_endpoint_that_fails_all_the_time_is_disabled_and_can_be_made_up_for() {
        HookDesk.RECEIVER.answer(path, before -> before < 4 ? Reply.status(503) : Reply.status(204));
        Instant started = Instant.now().minusSeconds(1);
        try (Watch told = Events.watch(Topics.WORKSPACE)) {
            String endpoint = desk.make(path).path("id");
            String message = desk.happens();

            WorkspaceEvent.WebhookDisabled disabled = disabled(told);
            assertEquals("failing", disabled.reason());
            assertEquals("The endpoint answered 503", disabled.lastProblem());
            assertEquals(4, desk.await(endpoint, message, "failed").get("attempts"));
            desk.read(endpoint).then().body("disabledAt", notNullValue()).body("failingSince", notNullValue());
            replayFailed(endpoint, started).then().statusCode(409);

            desk.as("admin")
                    .body(Map.of("enabled", true))
                    .patch(HookDesk.ENDPOINTS + "/" + endpoint)
                    .then()
                    .body("failingSince", nullValue())
                    .body("disabledReason", nullValue());
            replayFailed(endpoint, started).then().statusCode(200).body("replayed", equalTo(1));
            desk.await(endpoint, message, "delivered");
            assertEquals(message, HookDesk.RECEIVER.calls(path).getLast().id());
        }
    }

    @Test
    void one_message_can_be_sent_again_as_often_as_wanted() {
        String endpoint = desk.make(path).path("id");
        String message = desk.happens();
        desk.await(endpoint, message, "delivered");

        desk.as("admin")
                .post(HookDesk.ENDPOINTS + "/" + endpoint + "/deliveries/" + message + "/replay")
                .then()
                .statusCode(200)
                .body("state", equalTo("pending"));

        assertEquals(List.of(message, message), ids(HookDesk.awaitCalls(path, 2)));
        desk.await(endpoint, message, "delivered");
        new HookDesk()
                .as("admin")
                .post(HookDesk.ENDPOINTS + "/" + endpoint + "/deliveries/" + message + "/replay")
                .then()
                .statusCode(404);
    }

    @Test
    void what_waits_while_an_endpoint_is_disabled_goes_on_when_it_is_enabled() {
        HookDesk.RECEIVER.answer(path, before -> before == 0 ? retryLater() : Reply.status(204));
        String endpoint = desk.make(path).path("id");
        String witness = desk.make(HookDesk.path()).path("id");
        String message = desk.happens();
        HookDesk.awaitCalls(path, 1);
        enable(endpoint, false);
        String missed = desk.happens();
        desk.await(witness, missed, "delivered");

        enable(endpoint, true);

        desk.await(endpoint, message, "delivered");
        assertFalse(ids(HookDesk.RECEIVER.calls(path)).contains(missed));
    }

    @Test
    void a_slow_endpoint_holds_up_no_other() {
        HookDesk.RECEIVER.answer(path, _ -> new Reply.Silence());
        String quick = HookDesk.path();
        String slow = desk.make(path, HookDesk.STATUS_CHANGED).path("id");
        desk.make(quick, HookDesk.PRIORITY_CHANGED);

        // two at a time, and after a failure one, each of them for three seconds: a minute and a half at the least
        Stream.generate(desk::happens).limit(30).forEach(_ -> {});
        String message = desk.priorityChanges();

        assertEquals(List.of(message), ids(HookDesk.awaitCalls(quick, 1)));
        assertTrue(desk.log(slow).<Integer>path("items.findAll { it.attempts == 0 }.size()") > 0);
    }

    @Test
    void the_log_is_read_in_pages_and_by_state() {
        String endpoint = desk.make(path).path("id");
        String first = desk.happens();
        desk.await(endpoint, first, "delivered");
        String second = desk.happens();
        desk.await(endpoint, second, "delivered");
        String log = HookDesk.ENDPOINTS + "/" + endpoint + "/deliveries";

        Response page = desk.as("admin").get(log + "?limit=1&state=delivered");
        page.then().body("items.id", equalTo(List.of(second)));
        desk.as("admin")
                .queryParam("cursor", page.<String>path("nextCursor"))
                .get(log + "?limit=1&state=delivered")
                .then()
                .body("items.id", equalTo(List.of(first)))
                .body("items[0].lastAttempt.status", equalTo(204))
                .body("nextCursor", nullValue());
        desk.as("admin").get(log + "?state=failed").then().body("items", equalTo(List.of()));
        desk.as("admin").get(log + "?state=lost").then().statusCode(422);
    }

    private static Reply retryLater() {
        return new Reply.Status(503, Map.of("Retry-After", "2"), "");
    }

    private void enable(String endpoint, Object enabled) {
        desk.as("admin")
                .body(Map.of("enabled", enabled))
                .patch(HookDesk.ENDPOINTS + "/" + endpoint)
                .then()
                .statusCode(200);
    }

    private Response replayFailed(String endpoint, Instant since) {
        return desk.as("admin")
                .body(Map.of("since", since.toString()))
                .post(HookDesk.ENDPOINTS + "/" + endpoint + "/replay");
    }

    private WorkspaceEvent.WebhookDisabled disabled(Watch told) {
        SeenEvent event = told.await(seen -> seen.workspace().equals(desk.workspace)
                && seen.type().equals("omniflow.workspace.webhook_disabled.v1"));
        return (WorkspaceEvent.WebhookDisabled) event.data();
    }

    private static List<String> ids(List<Received> calls) {
        return calls.stream().map(Received::id).toList();
    }
}
