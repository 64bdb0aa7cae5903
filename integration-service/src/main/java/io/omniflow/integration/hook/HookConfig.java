package io.omniflow.integration.hook;

import io.omniflow.integration.connection.domain.AddressRule;
import io.omniflow.integration.hook.domain.RetryPlan;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** How the workspace's webhooks are delivered. */
@ConfigMapping(prefix = "omniflow.hooks")
public interface HookConfig {
    /** Attempts a replica makes at the same time. */
    @WithDefault("64")
    int concurrency();

    /** Of them to one endpoint; one that fails is called one at a time. */
    @WithDefault("8")
    int concurrencyOfEndpoint();

    /** How long an attempt may take, looking up the name included. */
    @WithDefault("15s")
    Duration timeout();

    /** After this long without a result another worker may take over; longer than any attempt lasts. */
    @WithDefault("1m")
    Duration lease();

    /** Pauses between attempts: ten attempts in three days, as the Standard Webhooks scheme suggests. */
    @WithDefault("5s,5m,30m,2h,5h,10h,14h,20h,24h")
    List<Duration> pauses();

    /** The longest pause a receiver may ask for. */
    @WithDefault("24h")
    Duration longestAskedPause();

    /** How long a replaced secret signs along. */
    @WithDefault("24h")
    Duration secretOverlap();

    /** How often it is looked for deliveries nobody gave a signal of. */
    @WithDefault("2s")
    Duration heartbeat();

    /** How long the log of deliveries is kept. */
    @WithDefault("30d")
    Duration keep();

    /** How often what is older is looked for. */
    @WithDefault("10m")
    Duration sweepEvery();

    /** For tests and laptops: addresses may be http and private. */
    @WithDefault("${omniflow.integrations.allow-http:false}")
    boolean allowHttp();

    default AddressRule addresses() {
        return allowHttp() ? AddressRule.HTTP_TOO : AddressRule.HTTPS_ONLY;
    }

    default RetryPlan plan() {
        return new RetryPlan(pauses(), longestAskedPause());
    }
}
