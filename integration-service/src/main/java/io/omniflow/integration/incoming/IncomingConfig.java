package io.omniflow.integration.incoming;

import io.omniflow.integration.delivery.domain.RetrySchedule;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How webhooks are taken in and worked off. */
@ConfigMapping(prefix = "omniflow.incoming")
public interface IncomingConfig {
    /** How long a connection that was read serves for further webhooks. One refused by it is judged anew at once. */
    @WithDefault("5s")
    Duration connectionsServe();

    /** Connections kept at hand. */
    @WithDefault("10000")
    int connectionsAtHand();

    /** Connections whose webhooks a replica works off at the same time. */
    @WithDefault("4")
    int concurrency();

    /** Attempts before a webhook is put aside. With the pauses below that is about ten minutes, while those behind it wait. */
    @WithDefault("10")
    int attempts();

    @WithDefault("1s")
    Duration firstPause();

    @WithDefault("2m")
    Duration longestPause();

    /** How often it is looked for webhooks nobody gave a signal of, and for those whose pause is over. */
    @WithDefault("1s")
    Duration heartbeat();

    /** How long bodies are kept. */
    @WithDefault("30d")
    Duration kept();

    default RetrySchedule schedule() {
        return new RetrySchedule(attempts(), firstPause(), longestPause(), longestPause());
    }
}
