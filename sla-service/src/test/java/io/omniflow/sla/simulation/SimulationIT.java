package io.omniflow.sla.simulation;

import static io.omniflow.sla.simulation.SimulationDesk.SIMULATE;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.omniflow.contract.TicketStatus;
import io.omniflow.sla.clock.SentTicket;
import io.omniflow.sla.clock.Sla;
import io.omniflow.sla.clock.domain.Policy;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Facts come in through Kafka, drafts are tried over HTTP. The usual policy measures all: 4 h and 24 h. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SimulationIT {
    private final SimulationDesk desk = new SimulationDesk();

    @Test
    void a_stricter_draft_shows_who_would_have_missed_a_deadline_and_changes_nothing() throws SQLException {
        SentTicket late =
                answered(30, 1).status(hoursAgo(20), TicketStatus.RESOLVED).send();
        SentTicket quick =
                answered(28, 1).status(hoursAgo(26), TicketStatus.RESOLVED).send();
        SentTicket open = answered(30, 3).send();
        Sla.clocksAt(late, 3);
        Sla.clocksAt(quick, 3);
        Sla.clocksAt(open, 2);
        String clocks = Sla.get(desk.workspace, late.id).jsonPath().getString("clocks");
        long told = told(late) + told(quick);

        String id = desk.begin(desk.draft("PT2H", "PT8H", ""), "");
        JsonPath done = desk.completed(id);

        assertEquals(3, done.getInt("total"));
        assertEquals(3, done.getInt("done"));
        assertEquals(3, done.getInt("result.tickets"));
        assertEquals(3, done.getInt("result.matched"));
        assertEquals(0, done.getInt("result.breachedOnlyBefore"));
        assertEquals(1, done.getInt("result.breachedOnlyAfter"), "the open one had missed its resolution anyway");
        assertEquals(List.of("first_response", "resolution"), done.getList("result.metrics.metric"));
        assertEquals(counts(3, 0, 0), done.getMap("result.metrics[0].before"));
        assertEquals(counts(2, 1, 0), done.getMap("result.metrics[0].after"));
        assertEquals(counts(2, 1, 0), done.getMap("result.metrics[1].before"));
        assertEquals(counts(1, 2, 0), done.getMap("result.metrics[1].after"));
        assertEquals(1, done.getInt("result.metrics[1].breachedOnlyAfter"));

        JsonPath tickets = desk.tickets(id, "");
        assertEquals(List.of(late.id.toString(), open.id.toString()), tickets.getList("items.ticketId"));
        assertEquals(List.of("resolution", "first_response"), tickets.getList("items.metric"));
        assertEquals("met", tickets.getString("items[0].before.outcome"));
        assertEquals("PT24H", tickets.getString("items[0].before.target"));
        assertNull(tickets.getString("items[0].before.breachedAt"));
        assertEquals("breached", tickets.getString("items[0].after.outcome"));
        assertEquals(hoursAgo(22), Instant.parse(tickets.getString("items[0].after.breachedAt")));
        assertEquals(hoursAgo(28), Instant.parse(tickets.getString("items[1].after.breachedAt")));

        assertEquals(clocks, Sla.get(desk.workspace, late.id).jsonPath().getString("clocks"));
        assertEquals(told, told(late) + told(quick), "a simulation is told nobody");
    }

    @Test
    void a_draft_is_asked_in_its_place_and_the_result_may_be_limited_to_its_tickets() {
        SentTicket gold = desk.created(30, "gold")
                .status(hoursAgo(20), TicketStatus.RESOLVED)
                .send();
        SentTicket plain =
                desk.created(30).status(hoursAgo(20), TicketStatus.RESOLVED).send();
        Sla.clocksAt(gold, 2);
        Sla.clocksAt(plain, 2);
        String draft = desk.draft("PT4H", "PT8H", ", \"when\": {\"tags\": [\"Gold\"]}, \"position\": 1");

        JsonPath every = desk.completed(desk.begin(draft, ""));
        JsonPath matching = desk.completed(desk.begin(draft, ", \"only\": \"matching\""));

        assertEquals(2, every.getInt("result.tickets"));
        assertEquals(1, every.getInt("result.matched"));
        assertEquals(1, every.getInt("result.metrics[1].breachedOnlyAfter"));
        assertNull(every.getString("only"));
        assertEquals("matching", matching.getString("only"));
        assertEquals(2, matching.getInt("done"));
        assertEquals(1, matching.getInt("result.tickets"));
        assertEquals(
                List.of(gold.id.toString()),
                desk.tickets(matching.getString("id"), "").getList("items.ticketId"));
    }

    @Test
    void a_draft_behind_another_policy_measures_what_that_one_leaves() {
        desk.lea()
                .body(desk.draft("PT4H", "PT24H", ", \"when\": {\"tags\": [\"gold\"]}"))
                .post("/api/v1/sla/policies")
                .then()
                .statusCode(201);
        Sla.clocksAt(desk.created(30, "gold").send(), 1);
        Sla.clocksAt(desk.created(30).send(), 1);

        JsonPath last = desk.completed(desk.begin(desk.draft("PT2H", "PT8H", ""), ""));
        JsonPath first = desk.completed(desk.begin(desk.draft("PT2H", "PT8H", ", \"position\": 1"), ""));

        assertEquals(2, last.getInt("position"));
        assertEquals(1, last.getInt("result.matched"));
        assertEquals(1, first.getInt("position"));
        assertEquals(2, first.getInt("result.matched"));
    }

    @Test
    void a_draft_takes_the_place_of_the_policy_it_changes() {
        Sla.clocksAt(desk.created(10).status(hoursAgo(5), TicketStatus.RESOLVED).send(), 2);
        String usual = Policy.usualId(desk.workspace).toString();

        JsonPath milder =
                desk.completed(desk.begin(desk.draft("PT9H", "PT9H", ""), ", \"policyId\": \"" + usual + "\""));

        assertEquals(usual, milder.getString("policyId"));
        assertEquals(1, milder.getInt("position"));
        assertEquals(1, milder.getInt("result.matched"));
        assertEquals(1, milder.getInt("result.metrics[0].before.breached"));
        assertEquals(1, milder.getInt("result.metrics[0].after.running"), "nobody answered, and it is resolved");
        assertEquals(1, milder.getInt("result.breachedOnlyBefore"));
    }

    @Test
    void only_tickets_created_in_the_period_are_tried() {
        Sla.clocksAt(desk.created(30).send(), 1);
        Sla.clocksAt(desk.created(20).send(), 1);
        Sla.clocksAt(desk.created(10).send(), 1);
        String period = ", \"from\": \"" + hoursAgo(30) + "\", \"to\": \"" + hoursAgo(10) + "\"";
        assertEquals(
                2,
                desk.completed(desk.begin(desk.draft("PT1H", "PT1H", ""), period))
                        .getInt("total"));
    }

    @Test
    void differences_come_in_pages_and_none_twice() {
        List<SentTicket> tickets = desk.resolvedAfterTenHours(5);
        String id = desk.begin(desk.draft("PT4H", "PT8H", ""), "");
        desk.completed(id);
        JsonPath first = desk.tickets(id, "?limit=3");
        JsonPath second = desk.tickets(id, "?limit=3&cursor=" + first.getString("nextCursor"));
        assertEquals(
                tickets.stream().map(ticket -> ticket.id.toString()).toList(),
                Stream.concat(
                                first.<String>getList("items.ticketId").stream(),
                                second.<String>getList("items.ticketId").stream())
                        .toList());
        assertNull(second.getString("nextCursor"));
    }

    @Test
    void the_caller_may_wait_and_sees_the_result_at_once() {
        desk.resolvedAfterTenHours(1);
        desk.lea()
                .header("Prefer", "wait=30")
                .body("{\"policy\": " + desk.draft("PT4H", "PT8H", "") + "}")
                .post(SIMULATE)
                .then()
                .statusCode(202)
                .body("state", equalTo("completed"))
                .body("result.tickets", equalTo(1))
                .header("ETag", equalTo("\"3\""));
    }

    @Test
    void another_workspace_finds_nothing_and_only_leads_may_look() {
        String id = desk.begin(desk.draft("PT4H", "PT8H", ""), "");
        desk.completed(id);
        SimulationDesk other = new SimulationDesk();
        for (String path : List.of(SIMULATE + "/" + id, SIMULATE + "/" + id + "/tickets")) {
            other.lea().get(path).then().statusCode(404);
            desk.someone("agent").get(path).then().statusCode(403);
        }
        other.lea().delete(SIMULATE + "/" + id).then().statusCode(404);
        desk.lea()
                .get(SIMULATE + "/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", endsWith("/not-found"));
    }

    private SentTicket answered(long createdHoursAgo, long afterHours) {
        return desk.created(createdHoursAgo).replied(hoursAgo(createdHoursAgo - afterHours));
    }

    /** How many facts of its clocks were told. */
    private static long told(SentTicket ticket) throws SQLException {
        try (Connection database = Databases.owner();
                ResultSet row = database.createStatement()
                        .executeQuery("select told_sequence from ticket where workspace_id = '"
                                + ticket.workspace.value() + "' and ticket_id = '" + ticket.id + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private Instant hoursAgo(long hours) {
        return desk.now.minus(Duration.ofHours(hours));
    }

    private static Map<String, Integer> counts(int met, int breached, int running) {
        return Map.of("met", met, "breached", breached, "running", running);
    }
}
