package io.omniflow.integration.sync;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How issues are kept alike beside their webhooks. */
@ConfigMapping(prefix = "omniflow.sync")
public interface SyncConfig {
    /** How often every issue is read again, in case its webhooks got lost. */
    @WithDefault("10m")
    Duration readEvery();

    /** How often it is looked which issues are due; each look takes its share of them, so the calls spread. */
    @WithDefault("5s")
    Duration lookEvery();

    /** The most issues one look takes. */
    @WithDefault("200")
    int atOnce();

    /** How long a connection's list of states is believed. */
    @WithDefault("10m")
    Duration statesKept();
}
