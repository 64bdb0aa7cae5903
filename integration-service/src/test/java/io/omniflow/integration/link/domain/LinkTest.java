package io.omniflow.integration.link.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinkTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final ReportedTicket TICKET = new ReportedTicket(42, "Checkout fails", null, Priority.HIGH);

    @Test
    void a_reported_ticket_is_delivered() {
        Link after = requested().answered(reported(null), NOW);

        assertEquals(LinkState.DELIVERING, after.state());
        assertEquals(TICKET, after.ticket());
        assertEquals(2, after.version());
    }

    @Test
    void a_merged_ticket_is_not_pushed() {
        Link after = requested().answered(reported(UUID.randomUUID()), NOW);

        assertEquals(LinkState.REJECTED, after.state());
        assertEquals("already-merged", problemOf(after).type());
    }

    @Test
    void the_owners_refusal_is_kept() {
        Problem why = new Problem("not-found", 404, "The ticket is not there");

        Link after = requested()
                .answered(
                        new TicketAnswer.Rejected(
                                new WorkspaceId(UUID.randomUUID()),
                                new LinkId(UUID.randomUUID()),
                                UUID.randomUUID(),
                                why),
                        NOW);

        assertEquals(LinkState.REJECTED, after.state());
        assertEquals(why, after.problem());
        assertTrue(after.canBeAskedAgain(NOW));
    }

    @Test
    void asking_again_keeps_the_issues_id_and_asks_a_new_question() {
        Link failed = requested().failed(Problem.refused("no"), 3, NOW);

        Link again = failed.askedAgain(UUID.randomUUID(), "agent:bob", NOW);

        assertEquals(failed.issueId(), again.issueId());
        assertEquals(LinkState.REQUESTED, again.state());
        assertEquals(0, again.attempts());
        assertNull(again.problem());
    }

    @Test
    void what_is_on_its_way_or_there_is_not_started_again() {
        assertFalse(requested().canBeAskedAgain(NOW));
        assertFalse(requested()
                .linked(new ExternalIssue("i", "ENG-1", "https://linear.app/1", "Todo"), null, 1, NOW)
                .canBeAskedAgain(NOW));
    }

    @Test
    void a_question_without_an_answer_can_be_asked_again_after_two_minutes_under_the_same_issue() {
        Link asked = requested();

        assertFalse(asked.canBeAskedAgain(NOW.plusSeconds(119)));
        assertTrue(asked.canBeAskedAgain(NOW.plusSeconds(120)));

        Link again = asked.askedAgain(UUID.randomUUID(), "agent:bob", NOW.plusSeconds(120));
        assertEquals(asked.issueId(), again.issueId());
        assertNotEquals(asked.command(), again.command());
        assertFalse(again.canBeAskedAgain(NOW.plusSeconds(200)));
    }

    private static Problem problemOf(Link link) {
        return Objects.requireNonNull(link.problem());
    }

    private static TicketAnswer reported(@Nullable UUID mergedInto) {
        return new TicketAnswer.Reported(
                new WorkspaceId(UUID.randomUUID()),
                new LinkId(UUID.randomUUID()),
                UUID.randomUUID(),
                TICKET,
                mergedInto);
    }

    private static Link requested() {
        return new Link(
                new WorkspaceId(UUID.randomUUID()),
                new LinkId(UUID.randomUUID()),
                UUID.randomUUID(),
                new ConnectionId(UUID.randomUUID()),
                ExternalSystem.LINEAR,
                LinkState.REQUESTED,
                null,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                null,
                null,
                0,
                "agent:ada",
                1,
                NOW,
                NOW);
    }
}
