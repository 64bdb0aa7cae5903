package io.omniflow.integration.delivery;

import io.omniflow.integration.delivery.domain.RetrySchedule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How outgoing calls are worked off. */
@ConfigMapping(prefix = "omniflow.deliveries")
public interface DeliveryConfig {
    /** Attempts a replica makes at the same time. */
    @WithDefault("16")
    int concurrency();

    /** After this long without a result another worker may take over; longer than any attempt lasts. */
    @WithDefault("2m")
    Duration lease();

    /** Attempts before a delivery is dead. With the pauses below that is about two hours. */
    @WithDefault("15")
    int attempts();

    @WithDefault("1s")
    Duration firstPause();

    @WithDefault("15m")
    Duration longestPause();

    /** The longest pause another system may ask for. */
    @WithDefault("1h")
    Duration longestAskedPause();

    /** How often it is looked for deliveries nobody gave a signal of. */
    @WithDefault("5s")
    Duration heartbeat();

    default RetrySchedule schedule() {
        return new RetrySchedule(attempts(), firstPause(), longestPause(), longestAskedPause());
    }
}
