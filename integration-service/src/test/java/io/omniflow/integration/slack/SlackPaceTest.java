package io.omniflow.integration.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.integration.connection.domain.ConnectionId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SlackPaceTest {
    private static final Duration NOW = Duration.ZERO;
    private final Hand hand = new Hand();
    private final SlackPace pace = new SlackPace(new DefaultSettings(), hand);
    private final ConnectionId channel = new ConnectionId(UUID.randomUUID());

    @Test
    void one_goes_at_once_and_those_after_it_are_told_turns_of_their_own() {
        assertEquals(NOW, pace.untilTurn(channel));
        assertEquals(Duration.ofSeconds(1), pace.untilTurn(channel));
        assertEquals(Duration.ofSeconds(2), pace.untilTurn(channel));
        hand.moves(Duration.ofMillis(300));
        assertEquals(Duration.ofMillis(2_700), pace.untilTurn(channel));
    }

    @Test
    void who_comes_at_its_turn_goes_also_when_another_was_a_moment_late() {
        assertEquals(NOW, pace.untilTurn(channel));
        assertEquals(Duration.ofSeconds(1), pace.untilTurn(channel));
        assertEquals(Duration.ofSeconds(2), pace.untilTurn(channel));
        hand.moves(Duration.ofMillis(1_040));
        assertEquals(NOW, pace.untilTurn(channel));
        hand.moves(Duration.ofMillis(960));
        assertEquals(NOW, pace.untilTurn(channel));
    }

    @Test
    void a_long_row_keeps_one_a_second() {
        int sent = 0;
        for (int tenth = 0; tenth < 600; tenth++) {
            sent += pace.untilTurn(channel).isZero() ? 1 : 0;
            hand.moves(Duration.ofMillis(100));
        }
        assertEquals(60, sent);
    }

    @Test
    void after_a_silence_one_goes_at_once_again() {
        assertEquals(NOW, pace.untilTurn(channel));
        hand.moves(Duration.ofMinutes(5));
        assertEquals(NOW, pace.untilTurn(channel));
        hand.moves(Duration.ofMillis(499));
        assertEquals(Duration.ofMillis(1), pace.untilTurn(channel));
    }

    @Test
    void channels_do_not_wait_for_each_other() {
        assertEquals(NOW, pace.untilTurn(channel));
        assertEquals(NOW, pace.untilTurn(new ConnectionId(UUID.randomUUID())));
    }

    /** Moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-28T10:00:00Z");

        void moves(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
