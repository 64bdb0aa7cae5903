package io.omniflow.integration.slack;

import io.omniflow.integration.connection.domain.ConnectionId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * When a connection's next message may go. Who comes too early is told a turn of its own, each a pace after the one before,
 * so that few come in vain. Two messages may come as close as half a pace, or whoever is a moment late would cost the next
 * one its turn; Slack allows such short bursts.
 */
@ApplicationScoped
class SlackPace {
    private static final int HALF = 2;

    private final Map<ConnectionId, Road> roads = new ConcurrentHashMap<>();
    private final Duration pace;
    private final Clock clock;

    SlackPace(SlackConfig config, Clock clock) {
        this.pace = config.pace();
        this.clock = clock;
    }

    /**
     * @param free from when on a message may go
     * @param turn the next one to be told
     * @param told what the last who asked was told
     */
    private record Road(Instant free, Instant turn, Duration told) {}

    /** Zero when a message may go now, and then it must; else how long to wait before asking again. */
    Duration untilTurn(ConnectionId connection) {
        Instant now = clock.instant();
        Road after = roads.compute(connection, (_, before) -> asked(before, now));
        return after == null ? Duration.ZERO : after.told();
    }

    private Road asked(@Nullable Road before, Instant now) {
        if (before == null) {
            return new Road(now.plus(pace), now.plus(pace), Duration.ZERO);
        }
        if (now.isBefore(before.free())) {
            return new Road(before.free(), before.turn().plus(pace), Duration.between(now, before.turn()));
        }
        Instant free = later(before.free().plus(pace), now.plus(pace.dividedBy(HALF)));
        return new Road(free, later(before.turn(), free), Duration.ZERO);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
