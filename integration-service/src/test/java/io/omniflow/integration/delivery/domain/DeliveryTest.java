package io.omniflow.integration.delivery.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.kit.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(3, Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final Problem DOWN = Problem.unclear("Linear answered 503");

    @Test
    void a_delivered_one_is_done() {
        Delivery after = attempted(1).after(new Outcome.Delivered(), SCHEDULE, NOW, 0);

        assertEquals(DeliveryState.DELIVERED, after.state());
        assertNull(after.nextAttemptAt());
        assertFalse(after.canBeRetried());
    }

    @Test
    void an_unclear_outcome_is_tried_again_later() {
        Delivery after = attempted(2).after(again(Optional.empty()), SCHEDULE, NOW, 0);

        assertEquals(DeliveryState.READY, after.state());
        assertEquals(NOW.plusSeconds(2), after.nextAttemptAt());
        assertEquals(DOWN, after.problem());
    }

    @Test
    void the_last_attempt_leaves_a_dead_letter() {
        Delivery after = attempted(3).after(again(Optional.empty()), SCHEDULE, NOW, 0);

        assertEquals(DeliveryState.DEAD, after.state());
        assertNull(after.nextAttemptAt());
        assertTrue(after.canBeRetried());
    }

    @Test
    void a_refusal_is_not_tried_again() {
        Delivery after = attempted(1).after(new Outcome.Refused(Problem.refused("no such team")), SCHEDULE, NOW, 0);

        assertEquals(DeliveryState.FAILED, after.state());
        assertTrue(after.canBeRetried());
    }

    @Test
    void what_was_not_sent_costs_no_attempt() {
        Delivery after = attempted(3).after(new Outcome.HeldBack(DOWN, Duration.ofSeconds(15)), SCHEDULE, NOW, 0);

        assertEquals(DeliveryState.READY, after.state());
        assertEquals(2, after.attempts());
        assertEquals(NOW.plusSeconds(15), after.nextAttemptAt());
    }

    @Test
    void a_retry_by_hand_has_all_attempts_again() {
        Delivery dead = attempted(3).after(again(Optional.empty()), SCHEDULE, NOW, 0);

        Delivery retried = dead.retried(NOW.plusSeconds(60));

        assertEquals(0, retried.attempts());
        assertEquals(NOW.plusSeconds(60), retried.nextAttemptAt());
    }

    @Test
    void the_pause_doubles_up_to_the_longest() {
        assertEquals(Duration.ofSeconds(1), SCHEDULE.pause(1, Optional.empty(), 0));
        assertEquals(Duration.ofSeconds(512), SCHEDULE.pause(10, Optional.empty(), 0));
        assertEquals(Duration.ofMinutes(15), SCHEDULE.pause(11, Optional.empty(), 0));
        assertEquals(Duration.ofMinutes(15), SCHEDULE.pause(1_000, Optional.empty(), 0));
    }

    @Test
    void chance_takes_up_to_half_of_our_own_pause() {
        assertEquals(Duration.ofMillis(750), SCHEDULE.pause(1, Optional.empty(), 0.5));
    }

    @Test
    void a_pause_that_was_asked_for_is_never_cut_short() {
        assertEquals(
                Duration.ofSeconds(30).plusMillis(900), SCHEDULE.pause(1, Optional.of(Duration.ofSeconds(30)), 0.9));
    }

    @Test
    void nobody_may_ask_for_more_than_the_longest_asked_pause() {
        assertEquals(Duration.ofHours(1), SCHEDULE.pause(1, Optional.of(Duration.ofDays(9)), 0));
    }

    private static Outcome again(Optional<Duration> pause) {
        return new Outcome.Again(DOWN, pause);
    }

    private static Delivery attempted(int attempts) {
        return new Delivery(
                new WorkspaceId(UUID.randomUUID()),
                new DeliveryId(UUID.randomUUID()),
                new ConnectionId(UUID.randomUUID()),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Operation.CREATE_ISSUE,
                Map.of(),
                DeliveryState.READY,
                attempts,
                NOW.plusSeconds(120),
                null,
                "agent:ada",
                NOW,
                NOW);
    }
}
