package io.omniflow.integration.thread.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TicketThreadTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
    private static final UUID A = UUID.randomUUID();
    private static final UUID B = UUID.randomUUID();
    private static final UUID C = UUID.randomUUID();

    private final TicketThread wanted = TicketThread.wanted(
            new WorkspaceId(UUID.randomUUID()),
            new ThreadId(UUID.randomUUID()),
            A,
            new ConnectionId(UUID.randomUUID()),
            "C1",
            UUID.randomUUID(),
            "agent:anna",
            NOW);

    @Test
    void a_reported_ticket_is_opened_and_then_is_open() {
        TicketAnswer answer = new TicketAnswer.Reported(
                wanted.workspace(),
                wanted.id(),
                wanted.command(),
                new TicketCard(42, "Checkout fails", Priority.HIGH, Progress.OPEN),
                null);
        assertTrue(wanted.awaits(answer));
        TicketThread open = wanted.answered(answer, NOW).opened("1.0", NOW);
        assertEquals(ThreadState.OPEN, open.state());
        assertEquals(3, open.version());
        assertFalse(open.awaits(answer));
        assertFalse(open.canBeAskedAgain(NOW.plusSeconds(1_000)));
    }

    @Test
    void an_answer_to_an_older_question_is_not_awaited() {
        TicketThread again = wanted.askedAgain(UUID.randomUUID(), "agent:ben", NOW);
        assertFalse(again.awaits(new TicketAnswer.Rejected(
                wanted.workspace(), wanted.id(), wanted.command(), new Problem("not-found", 404, "Not there"))));
    }

    @Test
    void a_question_counts_as_lost_after_two_minutes() {
        assertFalse(wanted.canBeAskedAgain(NOW.plusSeconds(119)));
        assertTrue(wanted.canBeAskedAgain(NOW.plusSeconds(120)));
    }

    @Test
    void what_failed_hears_nothing_more_and_can_be_asked_again() {
        TicketThread failed = wanted.failed(Problem.refused("Archived"), NOW);
        assertFalse(failed.listens());
        assertTrue(failed.canBeAskedAgain(NOW));
    }

    @Test
    void a_chain_of_merges_is_followed_and_taken_back_in_turn() {
        TicketThread chained = wanted.mergedOn(A, B, NOW).mergedOn(B, C, NOW);
        assertEquals(C, chained.holder());
        TicketThread undone = chained.mergeUndone(B, C, NOW);
        assertEquals(B, undone.holder());
        assertEquals(A, undone.mergeUndone(A, B, NOW).holder());
    }

    @Test
    void merges_of_other_tickets_change_nothing() {
        assertSame(wanted, wanted.mergedOn(B, C, NOW));
        assertSame(wanted, wanted.mergeUndone(A, B, NOW));
        TicketThread merged = wanted.mergedOn(A, B, NOW);
        assertSame(merged, merged.mergedOn(A, C, NOW));
        assertSame(merged, merged.mergeUndone(B, A, NOW), "as it is told on the destination's side");
    }
}
