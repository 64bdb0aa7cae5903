package io.omniflow.sla.policy;

import static io.omniflow.sla.policy.PolicyDesk.CALENDARS;
import static io.omniflow.sla.policy.PolicyDesk.path;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketStatus;
import io.omniflow.sla.clock.SentTicket;
import io.omniflow.sla.clock.Sla;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Settings change while clocks run: facts through Kafka, settings over HTTP. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class PolicyOverTimeIT {
    private final PolicyDesk desk = new PolicyDesk();
    private final Instant start = Sla.now().minus(Duration.ofMinutes(30));

    @Test
    void a_clock_keeps_the_version_it_began_under_and_the_next_ticket_gets_the_new_one() {
        SentTicket before = created();
        assertEquals("PT24H", resolution(before, 1).getString("target"));
        changeUsual("PT8H");
        SentTicket after = created();

        assertEquals("PT8H", resolution(after, 1).getString("target"));
        assertEquals(2, resolution(after, 1).getInt("policyVersion"));
        before.status(start.plusSeconds(60), TicketStatus.WAITING)
                .status(start.plusSeconds(90), TicketStatus.OPEN)
                .send();
        assertEquals("PT24H", resolution(before, 3).getString("target"));
        assertEquals(1, resolution(before, 3).getInt("policyVersion"));
    }

    @Test
    void a_policy_that_holds_comes_before_the_default() {
        SentTicket before = created();
        resolution(before, 1);
        String all = desk.make("All");
        SentTicket after = created();
        assertEquals(all, resolution(after, 1).getString("policyId"));
        assertEquals("PT8H", resolution(after, 1).getString("target"));
        assertEquals(desk.usual(), resolution(before, 1).getString("policyId"));
    }

    @Test
    void reapplying_a_policy_measures_its_tickets_anew_and_keeps_what_was_counted() {
        SentTicket open = created();
        SentTicket resolved = new SentTicket(desk.workspace)
                .withConversation()
                .created(start, TicketPriority.NORMAL)
                .status(start.plusSeconds(600), TicketStatus.RESOLVED)
                .send();
        resolution(open, 1);
        resolution(resolved, 2);
        changeUsual("PT8H");

        desk.lea()
                .body("{}")
                .post(path(desk.usual()) + "/reapply")
                .then()
                .statusCode(200)
                .body("tickets", equalTo(1));

        Awaitility.await()
                .untilAsserted(() -> assertEquals("PT8H", resolution(open, 1).getString("target")));
        assertEquals(2, resolution(open, 1).getInt("policyVersion"));
        assertEquals(
                start.plus(Duration.ofHours(8)),
                Instant.parse(resolution(open, 1).getString("dueAt")),
                "what was counted before stays counted");
        assertEquals("PT24H", resolution(resolved, 2).getString("target"));
        desk.lea()
                .body("{}")
                .post(path(desk.usual()) + "/reapply")
                .then()
                .statusCode(200)
                .body("tickets", equalTo(0));
    }

    @Test
    void reapplying_to_some_tickets_leaves_the_others() {
        SentTicket one = created();
        SentTicket other = created();
        resolution(one, 1);
        resolution(other, 1);
        changeUsual("PT8H");

        desk.lea()
                .body("{\"ticketIds\": [\"" + one.id + "\"]}")
                .post(path(desk.usual()) + "/reapply")
                .then()
                .statusCode(200)
                .body("tickets", equalTo(1));

        Awaitility.await()
                .untilAsserted(() -> assertEquals("PT8H", resolution(one, 1).getString("target")));
        assertEquals("PT24H", resolution(other, 1).getString("target"));
    }

    @Test
    void a_calendar_changed_under_a_running_clock_is_that_of_the_next_ticket() {
        String calendar = desk.lea()
                .body("{\"name\": \"Always\", \"alwaysOpen\": true}")
                .post(CALENDARS)
                .then()
                .extract()
                .path("id");
        String gold = desk.make("Gold");
        desk.lea()
                .body("{\"calendarId\": \"" + calendar + "\"}")
                .patch(path(gold))
                .then()
                .statusCode(200);
        SentTicket before = created();
        assertEquals(calendar, resolution(before, 1).getString("calendarId"));
        assertEquals(
                start.plus(Duration.ofHours(8)),
                Instant.parse(resolution(before, 1).getString("dueAt")));

        desk.lea().body("""
                        {"alwaysOpen": false, "timeZone": "UTC", "weekly": {
                         "monday": [{"from": "00:00", "to": "00:01"}], "thursday": [{"from": "00:00", "to": "00:01"}]}}""").patch(CALENDARS + "/" + calendar).then().statusCode(200);
        SentTicket after = created();

        Duration left =
                Duration.between(start, Instant.parse(resolution(after, 1).getString("dueAt")));
        assertTrue(left.toDays() > 1_000, left.toString());
        assertEquals(
                start.plus(Duration.ofHours(8)),
                Instant.parse(resolution(before, 1).getString("dueAt")));
    }

    private SentTicket created() {
        return new SentTicket(desk.workspace)
                .withConversation()
                .created(start, TicketPriority.NORMAL)
                .send();
    }

    private void changeUsual(String resolution) {
        desk.lea()
                .body("{\"targets\": {\"normal\": {\"resolution\": \"" + resolution + "\"}}}")
                .patch(path(desk.usual()))
                .then()
                .statusCode(200);
    }

    /** The clock once it reflects that version of the ticket. */
    private static JsonPath resolution(SentTicket ticket, long version) {
        return Sla.clocksAt(ticket, version).setRootPath("clocks.find { it.metric == 'resolution' }");
    }
}
