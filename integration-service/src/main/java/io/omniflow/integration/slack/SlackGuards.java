package io.omniflow.integration.slack;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.faulttolerance.api.RateLimitType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A pace, a circuit breaker and a timeout for each connection, of messages and of calls that only read. They spare the other
 * side; what must not be lost is in the database.
 */
@ApplicationScoped
class SlackGuards {
    private static final double HALF = 0.5;

    private final Map<ConnectionId, Guard> messages = new ConcurrentHashMap<>();
    private final Map<ConnectionId, Guard> reads = new ConcurrentHashMap<>();
    private final Map<ConnectionId, Instant> turns = new ConcurrentHashMap<>();
    private final SlackConfig config;
    private final Clock clock;

    SlackGuards(SlackConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    Guard ofMessages(ConnectionId connection) {
        return messages.computeIfAbsent(connection, _ -> create(1, config.pace()));
    }

    Guard ofReads(ConnectionId connection) {
        return reads.computeIfAbsent(connection, _ -> create(config.readsPerSecond(), Duration.ofSeconds(1)));
    }

    /** How long a message that was held back waits: each a pace longer than the one before it, so that few come in vain. */
    Duration untilTurn(ConnectionId connection) {
        Instant now = clock.instant();
        Instant turn =
                turns.merge(connection, now.plus(config.pace()), (last, next) -> later(last.plus(config.pace()), next));
        return Duration.between(now, turn);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Guard create(int calls, Duration window) {
        return Guard.create()
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withRateLimit()
                .limit(calls)
                .window(window.toMillis(), ChronoUnit.MILLIS)
                .type(RateLimitType.ROLLING)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.breakerWindow())
                .failureRatio(HALF)
                .delay(config.breakerPause().toMillis(), ChronoUnit.MILLIS)
                .skipOn(RateLimitException.class)
                .done()
                .build();
    }
}
