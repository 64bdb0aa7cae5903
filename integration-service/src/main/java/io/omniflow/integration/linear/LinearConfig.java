package io.omniflow.integration.linear;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How Linear is called. Limits are for one connection and one replica. */
@ConfigMapping(prefix = "omniflow.linear")
interface LinearConfig {
    @WithDefault("https://api.linear.app")
    URI publicAddress();

    /** Of one call. */
    @WithDefault("10s")
    Duration timeout();

    @WithDefault("20")
    int callsPerSecond();

    /** Calls looked at when judging whether Linear is down for a connection. */
    @WithDefault("10")
    int breakerWindow();

    /** How long it is left alone then. */
    @WithDefault("15s")
    Duration breakerPause();

    /**
     * How far a webhook's time may be from ours. Linear's own library allows a minute; whether a webhook that is repeated an
     * hour later carries a new time is not documented, which is what the sweep is for.
     */
    @WithDefault("60s")
    Duration webhookWindow();
}
