package io.omniflow.integration.jira;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.smallrye.faulttolerance.api.Guard;
import io.smallrye.faulttolerance.api.RateLimitException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A rate limit, a circuit breaker and a timeout for each connection, so that one customer's trouble is not another's.
 * They spare the other side; what must not be lost is in the database.
 */
@ApplicationScoped
class JiraGuards {
    private static final double HALF = 0.5;

    private final Map<ConnectionId, Guard> guards = new ConcurrentHashMap<>();
    private final JiraConfig config;

    JiraGuards(JiraConfig config) {
        this.config = config;
    }

    Guard of(ConnectionId connection) {
        return guards.computeIfAbsent(connection, _ -> create());
    }

    private Guard create() {
        return Guard.create()
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withRateLimit()
                .limit(config.callsPerSecond())
                .window(1, ChronoUnit.SECONDS)
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
