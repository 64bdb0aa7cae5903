package io.omniflow.merge.merging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitersTest {
    private static final UUID MERGE = new UUID(0, 1);

    private final Waiters waiters = new Waiters(new Few());

    @Test
    void no_more_wait_than_may_and_who_leaves_makes_room_once() {
        Waiters.Waiter first = waiters.enter(MERGE).orElseThrow();
        assertTrue(waiters.enter(MERGE).isPresent());
        assertTrue(waiters.enter(new UUID(0, 2)).isEmpty());
        waiters.leave(first);
        waiters.leave(first);
        assertTrue(waiters.enter(MERGE).isPresent());
        assertTrue(waiters.enter(MERGE).isEmpty());
    }

    @Test
    void who_waits_is_woken_by_news_of_his_merge_that_come_after_he_looked() {
        Waiters.Waiter waiter = waiters.enter(MERGE).orElseThrow();
        AtomicInteger woken = new AtomicInteger();
        waiter.next().subscribe().with(_ -> woken.incrementAndGet());
        waiters.wake(List.of(new UUID(0, 2)));
        assertEquals(0, woken.get());
        waiters.wake(List.of(MERGE));
        waiters.wake(List.of(MERGE));
        assertEquals(1, woken.get());
        waiter.next().subscribe().with(_ -> woken.incrementAndGet());
        assertEquals(1, woken.get());
        waiters.wake(List.of(MERGE));
        assertEquals(2, woken.get());
    }

    @Test
    void before_a_stop_all_are_woken_and_nobody_waits_any_more() {
        Waiters.Waiter waiter = waiters.enter(MERGE).orElseThrow();
        AtomicInteger woken = new AtomicInteger();
        waiter.next().subscribe().with(_ -> woken.incrementAndGet());
        waiters.end();
        assertEquals(1, woken.get());
        assertTrue(waiters.isEnded());
        waiters.leave(waiter);
        assertTrue(waiters.enter(MERGE).isEmpty());
    }

    @Test
    void commands_are_repeated_at_growing_intervals_up_to_a_longest() {
        Instant now = Instant.parse("2026-11-28T12:00:00Z");
        MergingConfig config = new Few();
        assertEquals(now.plusSeconds(60), config.repeatAt(now, 1));
        assertEquals(now.plusSeconds(240), config.repeatAt(now, 3));
        assertEquals(now.plusSeconds(3600), config.repeatAt(now, 7));
        assertFalse(config.repeatAt(now, 1_000_000).isAfter(now.plusSeconds(3600)));
    }

    private static final class Few implements MergingConfig {
        @Override
        public Duration answerWithin() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration longestWait() {
            return Duration.ofHours(1);
        }

        @Override
        public int waiters() {
            return 2;
        }
    }
}
