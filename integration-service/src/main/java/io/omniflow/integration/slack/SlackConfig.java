package io.omniflow.integration.slack;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How Slack is called and listened to. Limits are for one connection and one replica. */
@ConfigMapping(prefix = "omniflow.slack")
interface SlackConfig {
    @WithDefault("https://slack.com")
    URI publicAddress();

    /** Of one call. */
    @WithDefault("10s")
    Duration timeout();

    /** Between two messages: Slack takes one a second in a channel, and a connection has one channel. */
    @WithDefault("1s")
    Duration pace();

    /** Of calls that only read. */
    @WithDefault("10")
    int readsPerSecond();

    /** Calls looked at when judging whether Slack is down for a connection. */
    @WithDefault("10")
    int breakerWindow();

    /** How long it is left alone then. */
    @WithDefault("15s")
    Duration breakerPause();

    /** How far the time that was signed may be from ours. */
    @WithDefault("5m")
    Duration webhookWindow();

    /** How long a person's name is not asked for again. */
    @WithDefault("1h")
    Duration namesServe();
}
