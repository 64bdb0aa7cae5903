package io.omniflow.integration.jira;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How Jira is called. Limits are for one connection and one replica. */
@ConfigMapping(prefix = "omniflow.jira")
interface JiraConfig {
    /** Of one call. */
    @WithDefault("15s")
    Duration timeout();

    @WithDefault("20")
    int callsPerSecond();

    /** Calls looked at when judging whether Jira is down for a connection. */
    @WithDefault("10")
    int breakerWindow();

    /** How long it is left alone then. */
    @WithDefault("15s")
    Duration breakerPause();

    /** How long Jira Cloud may take until a search finds a new issue. It is waited for before an issue is made again. */
    @WithDefault("45s")
    Duration searchDelay();
}
