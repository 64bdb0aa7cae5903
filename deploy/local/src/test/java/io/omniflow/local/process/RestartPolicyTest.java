package io.omniflow.local.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.local.process.RestartPolicy.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RestartPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    @Test
    void the_first_death_is_followed_by_a_start_almost_at_once() {
        assertEquals(new Decision.Again(Duration.ofMillis(200)), RestartPolicy.after(deaths(1), NOW));
    }

    @Test
    void the_pause_grows_with_every_death() {
        assertEquals(new Decision.Again(Duration.ofMillis(800)), RestartPolicy.after(deaths(2), NOW));
        assertEquals(new Decision.Again(Duration.ofMillis(3200)), RestartPolicy.after(deaths(3), NOW));
    }

    @Test
    void more_than_three_deaths_in_a_minute_are_too_many() {
        assertEquals(new Decision.GiveUp(4), RestartPolicy.after(deaths(4), NOW));
    }

    @Test
    void deaths_of_long_ago_are_forgiven() {
        List<Instant> old = IntStream.range(0, 10)
                .mapToObj(i -> NOW.minus(Duration.ofMinutes(2 + i)))
                .toList();
        assertEquals(new Decision.Again(Duration.ofMillis(200)), RestartPolicy.after(old, NOW));
    }

    private static List<Instant> deaths(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> NOW.minus(Duration.ofSeconds(i)))
                .toList();
    }
}
