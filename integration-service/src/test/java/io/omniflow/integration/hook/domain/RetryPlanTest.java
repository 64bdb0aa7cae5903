package io.omniflow.integration.hook.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPlanTest {
    private static final RetryPlan PLAN =
            new RetryPlan(List.of(Duration.ofSeconds(5), Duration.ofMinutes(5)), Duration.ofHours(1));

    @Test
    void after_the_last_pause_comes_the_last_attempt() {
        assertFalse(PLAN.usedUp(1));
        assertFalse(PLAN.usedUp(2));
        assertTrue(PLAN.usedUp(3));
    }

    @Test
    void chance_adds_up_to_a_tenth() {
        assertEquals(Duration.ofSeconds(5), PLAN.pause(1, Optional.empty(), 0));
        assertEquals(Duration.ofMillis(5_250), PLAN.pause(1, Optional.empty(), 0.5));
        assertEquals(Duration.ofMinutes(5), PLAN.pause(2, Optional.empty(), 0));
    }

    @Test
    void a_receiver_may_ask_for_more_but_not_for_less_nor_for_ever() {
        assertEquals(Duration.ofMinutes(2), PLAN.pause(1, Optional.of(Duration.ofMinutes(2)), 0));
        assertEquals(Duration.ofMinutes(5), PLAN.pause(2, Optional.of(Duration.ofSeconds(1)), 0));
        assertEquals(Duration.ofHours(1), PLAN.pause(1, Optional.of(Duration.ofDays(90)), 0));
    }
}
