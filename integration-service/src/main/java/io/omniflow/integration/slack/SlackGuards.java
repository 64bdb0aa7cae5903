package io.omniflow.integration.slack;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A circuit breaker and a timeout for each connection, of messages and of calls that only read, and a rate of the latter. They
 * spare the other side; what must not be lost is in the database.
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

    /** Without a rate: {@link SlackPace} keeps it. */
    Guard ofMessages(ConnectionId connection) {
        return messages.computeIfAbsent(
                connection, _ -> breaking(timing(Guard.create())).build());
    }

    Guard ofReads(ConnectionId connection) {
        return reads.computeIfAbsent(connection, _ -> breaking(timing(Guard.create())
                        .withRateLimit()
                        .limit(config.readsPerSecond())
                        .window(1, ChronoUnit.SECONDS)
                        .done())
                .build());
    }

    private Guard.Builder timing(Guard.Builder guard) {
        return guard.withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done();
    }

    private Guard.Builder breaking(Guard.Builder guard) {
        return guard.withCircuitBreaker()
                .requestVolumeThreshold(config.breakerWindow())
                .failureRatio(HALF)
                .delay(config.breakerPause().toMillis(), ChronoUnit.MILLIS)
                .skipOn(RateLimitException.class)
                .done();
    }
}
