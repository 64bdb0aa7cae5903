package io.omniflow.integration.slack;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.faulttolerance.api.RateLimitType;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
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
    private final SlackConfig config;

    SlackGuards(SlackConfig config) {
        this.config = config;
    }

    Guard ofMessages(ConnectionId connection) {
        return messages.computeIfAbsent(connection, _ -> create(1, config.pace()));
    }

    Guard ofReads(ConnectionId connection) {
        return reads.computeIfAbsent(connection, _ -> create(config.readsPerSecond(), Duration.ofSeconds(1)));
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
