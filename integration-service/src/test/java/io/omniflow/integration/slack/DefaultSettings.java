package io.omniflow.integration.slack;

import java.net.URI;
import java.time.Duration;

/** The settings as they are where nothing is set. */
record DefaultSettings() implements SlackConfig {
    @Override
    public URI publicAddress() {
        return URI.create("https://slack.com");
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration pace() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int readsPerSecond() {
        return 10;
    }

    @Override
    public int breakerWindow() {
        return 10;
    }

    @Override
    public Duration breakerPause() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Duration webhookWindow() {
        return Duration.ofMinutes(5);
    }

    @Override
    public Duration namesServe() {
        return Duration.ofHours(1);
    }
}
