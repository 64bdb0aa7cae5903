package io.omniflow.ticket.escalation;

import static io.omniflow.ticket.escalation.EscalationDesk.POLICY;
import static io.omniflow.ticket.escalation.EscalationDesk.refusal;
import static io.omniflow.ticket.escalation.EscalationDesk.unchanged;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whom an escalation tells, and what. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class EscalationNoticesIT {
    private final EscalationDesk escalations = new EscalationDesk();

    @AfterEach
    void close() {
        escalations.close();
    }

    @Test
    void the_one_asked_for_is_told_why_and_the_ticket_stays_as_it_is() {
        String ticket = escalations.ticket(escalations.agent("ada"), escalations.agent("lea"));
        OutboundEvent toAssignee = escalations.command(ticket, "notify_assignee", null);
        assertEquals(1, unchanged(escalations.ask(toAssignee)).ticket().version());
        assertEquals(0, escalations.told("lea"));
        JsonPath notice = escalations.feed("ada").setRootPath("items[0]");
        assertEquals("escalated", notice.getString("kind"));
        assertEquals(ticket, notice.getString("ticketId"));
        assertEquals("automation:escalation", notice.getString("actor"));
        assertEquals(toAssignee.time(), Instant.parse(notice.getString("at")));
        assertEquals(
                Map.of(
                        "metric",
                        "resolution",
                        "percent",
                        100,
                        "policyId",
                        POLICY.toString(),
                        "policyVersion",
                        2,
                        "clockAt",
                        "2026-11-23T10:20:00.000Z",
                        "dueAt",
                        "2026-11-23T10:20:00.000Z"),
                notice.getMap("data"));

        unchanged(escalations.ask(ticket, "notify_lead"));
        assertEquals(1, escalations.told("lea"));
        assertEquals(1, escalations.told("ada"));
        assertEquals(List.of("created"), escalations.desk.kinds(ticket));
    }

    @Test
    void who_is_not_there_is_stood_in_for_and_nobody_at_all_is_a_refusal() {
        String ada = escalations.agent("ada");
        String lea = escalations.agent("lea");
        unchanged(escalations.ask(escalations.ticket("", lea), "notify_assignee"));
        assertEquals(1, escalations.told("lea"));
        unchanged(escalations.ask(escalations.ticket(ada, ""), "notify_lead"));
        assertEquals(1, escalations.told("ada"));

        String ticket = escalations.ticket(ada, lea);
        escalations.deactivate(ada);
        unchanged(escalations.ask(ticket, "notify_assignee"));
        assertEquals(2, escalations.told("lea"));
        escalations.deactivate(lea);
        assertEquals("escalation-undeliverable", refusal(escalations.ask(ticket, "notify_assignee")));
        assertEquals("escalation-undeliverable", refusal(escalations.ask(ticket, "notify_lead")));
        assertEquals(3, escalations.desk.rows("(select * from notification where kind = 'escalated') as told"));
    }
}
