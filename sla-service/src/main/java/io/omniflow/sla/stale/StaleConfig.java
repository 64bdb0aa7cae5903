package io.omniflow.sla.stale;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How stale tickets are judged; what counts as stale is each workspace's own. */
@ConfigMapping(prefix = "omniflow.stale")
public interface StaleConfig {
    /** A ping that reached nobody is tried again after a quarter of the grace, but not sooner than this. */
    @WithDefault("1m")
    Duration leastRetry();
}
