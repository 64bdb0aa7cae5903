package io.omniflow.ticket.timeline;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.ClockMetric;
import io.omniflow.contract.ClockState;
import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaState;
import io.omniflow.contract.SlaSummary;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class TimelineIT {
    private final Instant due = Instant.now().plusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);

    private final Desk desk = new Desk();

    private SlaSummary summary(SlaState state) {
        return new SlaSummary(state, due, null, new SlaSummary.ClockSummary(ClockState.RUNNING, due, false));
    }

    private SlaEvent started(SlaState state) {
        return new SlaEvent.ClockStarted(
                ClockMetric.RESOLUTION, 1, UUID.randomUUID(), 1, Duration.ofHours(8), due, summary(state));
    }

    private SlaEvent warned(SlaState state) {
        return new SlaEvent.ClockWarned(
                ClockMetric.RESOLUTION,
                1,
                UUID.randomUUID(),
                1,
                75,
                Duration.ofHours(8),
                due,
                Duration.ZERO,
                List.of(),
                summary(state));
    }

    private void awaitKinds(String ticket, String kind) {
        await().atMost(Duration.ofSeconds(20)).until(() -> desk.kinds(ticket).contains(kind));
    }

    @Test
    void an_entry_tells_who_did_what_when_and_through_which_service() {
        String ticket = desk.open("{\"title\":\"x\"}");
        JsonPath changed = desk.change(ticket, "{\"status\":\"waiting\"}");
        JsonPath entry = desk.timeline(ticket).getLast();
        assertEquals(
                Set.of("id", "at", "service", "kind", "actor", "sequence", "backfill", "correlationId", "data"),
                entry.getMap("").keySet());
        assertEquals("status_changed", entry.getString("kind"));
        assertEquals("ticket-service", entry.getString("service"));
        assertEquals("agent:anna", entry.getString("actor"));
        assertEquals(changed.getString("updatedAt"), entry.getString("at"));
        assertEquals(2, entry.getInt("sequence"));
        assertEquals("open", entry.getString("data.before"));
        assertEquals("waiting", entry.getString("data.after"));
    }

    @Test
    void the_timeline_comes_newest_first_page_by_page() {
        String ticket = desk.open("{\"title\":\"x\"}");
        desk.change(ticket, "{\"status\":\"waiting\",\"priority\":\"low\",\"tags\":[\"a\"],\"title\":\"y\"}");
        List<Integer> sequences = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification viewer = desk.as("viewer").queryParam("limit", 2);
            JsonPath page = (cursor == null ? viewer : viewer.queryParam("cursor", cursor))
                    .get(TICKETS + "/" + ticket + "/timeline")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            sequences.addAll(page.getList("items.sequence"));
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        assertEquals(List.of(5, 4, 3, 2, 1), sequences);
        new Desk().as("admin").get(TICKETS + "/" + ticket + "/timeline").then().statusCode(404);
    }

    @Test
    void a_cursor_beyond_all_time_is_refused() {
        String ticket = desk.open("{\"title\":\"x\"}");
        String far = "+1000000000-12-31T23:59:59.999Z\u001f" + UUID.randomUUID();
        desk.as("viewer")
                .queryParam(
                        "cursor",
                        java.util.Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(far.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .get(TICKETS + "/" + ticket + "/timeline")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("cursor"));
    }

    @Test
    void what_the_clocks_tell_is_shown_and_raises_no_version() {
        String ticket = desk.open("{\"title\":\"x\"}");
        assertEquals("none", desk.ticket(ticket).getString("sla.state"));
        Events.publish(desk.told(ticket, started(SlaState.OK), 1L));
        awaitKinds(ticket, "clock_started");
        JsonPath read = desk.ticket(ticket);
        assertEquals("ok", read.getString("sla.state"));
        assertEquals(due, Instant.parse(read.getString("sla.nextDueAt")));
        assertEquals("running", read.getString("sla.resolution.state"));
        assertEquals(null, read.getString("sla.firstResponse"));
        assertEquals(1, read.getInt("version"));
        JsonPath listed = desk.as("viewer").get(TICKETS + "?sla=ok").jsonPath();
        assertEquals(List.of(ticket), listed.getList("items.id"));
        assertEquals(List.of("ok"), listed.getList("items.sla.state"));
        assertEquals(
                List.of(),
                desk.as("viewer").get(TICKETS + "?sla=none").jsonPath().getList("items"));
        JsonPath entry = desk.timeline(ticket).stream()
                .filter(told -> told.getString("kind").equals("clock_started"))
                .findFirst()
                .orElseThrow();
        assertEquals("test", entry.getString("service"));
        assertEquals("PT8H", entry.getString("data.target"));
    }

    @Test
    void an_older_word_of_the_clocks_never_replaces_a_newer() {
        String ticket = desk.open("{\"title\":\"x\"}");
        Events.publish(desk.told(ticket, warned(SlaState.AT_RISK), 5L));
        awaitKinds(ticket, "clock_warned");
        Events.publish(desk.told(ticket, started(SlaState.OK), 4L));
        awaitKinds(ticket, "clock_started");
        assertEquals("at_risk", desk.ticket(ticket).getString("sla.state"));
    }

    @Test
    void an_event_told_twice_is_one_entry() {
        String ticket = desk.open("{\"title\":\"x\"}");
        var event = desk.told(ticket, started(SlaState.OK), 1L);
        Events.publish(event, event);
        Events.publish(desk.told(ticket, warned(SlaState.AT_RISK), 2L));
        awaitKinds(ticket, "clock_warned");
        assertEquals(
                1, desk.kinds(ticket).stream().filter("clock_started"::equals).count());
    }

    @Test
    void links_to_engineering_come_change_and_go() {
        String ticket = desk.open("{\"title\":\"x\"}");
        UUID link = UUID.randomUUID();
        UUID connection = UUID.randomUUID();
        UUID id = UUID.fromString(ticket);
        Events.publish(desk.told(
                ticket,
                new IntegrationEvent.LinkCreated(
                        link, id, connection, "linear", "ENG-7", "https://linear.app/x/issue/ENG-7", "Todo"),
                null));
        awaitKinds(ticket, "link_created");
        JsonPath read = desk.ticket(ticket);
        assertEquals(1, read.getInt("version"));
        assertEquals(List.of("linear"), read.getList("links.system"));
        assertEquals(List.of("ENG-7"), read.getList("links.key"));
        assertEquals(List.of("https://linear.app/x/issue/ENG-7"), read.getList("links.url"));
        assertEquals(List.of("Todo"), read.getList("links.state"));
        Events.publish(desk.told(
                ticket,
                new IntegrationEvent.ExternalStatusChanged(link, id, connection, "linear", "Todo", "Done", null),
                null));
        awaitKinds(ticket, "external_status_changed");
        assertEquals(List.of("Done"), desk.ticket(ticket).getList("links.state"));
        Events.publish(desk.told(
                ticket,
                new IntegrationEvent.LinkRemoved(
                        link, id, connection, "linear", "ENG-7", "https://linear.app/x/issue/ENG-7"),
                null));
        awaitKinds(ticket, "link_removed");
        assertEquals(List.of(), desk.ticket(ticket).getList("links"));
    }

    @Test
    void what_is_told_of_a_foreign_workspace_is_not_shown_here() {
        String ticket = desk.open("{\"title\":\"x\"}");
        Events.publish(new Desk().told(ticket, started(SlaState.BREACHED), 9L));
        Events.publish(desk.told(ticket, started(SlaState.OK), 1L));
        awaitKinds(ticket, "clock_started");
        assertEquals("ok", desk.ticket(ticket).getString("sla.state"));
        assertEquals(List.of("created", "clock_started"), desk.kinds(ticket));
    }

    @Test
    void two_workspaces_may_use_one_id() {
        Desk other = new Desk();
        UUID link = UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            String ticket = UUID.randomUUID().toString();
            UUID id = UUID.fromString(ticket);
            IntegrationEvent.LinkCreated created = new IntegrationEvent.LinkCreated(
                    link, id, UUID.randomUUID(), "linear", "ENG-7", "https://linear.app/x/issue/ENG-7", "Todo");
            Events.publish(
                    desk.told(ticket, started(SlaState.OK), 1L),
                    other.told(ticket, started(SlaState.OK), 1L),
                    desk.told(ticket, created, null),
                    other.told(ticket, created, null));
        }
        await().untilAsserted(() -> {
            for (Desk each : List.of(desk, other)) {
                assertEquals(10, each.rows("timeline"));
                assertEquals(5, each.rows("ticket_sla"));
            }
        });
        assertEquals(desk.rows("ticket_link"), other.rows("ticket_link"));
    }
}
