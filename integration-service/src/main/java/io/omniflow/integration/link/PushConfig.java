package io.omniflow.integration.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import java.net.URI;

/** Where people reach the suite. */
@ConfigMapping(prefix = "omniflow")
public interface PushConfig {
    /** The address tickets are shown under: {@code {base}/tickets/{number}}. */
    @WithName("public-base-url")
    URI publicBaseUrl();

    default URI addressOf(long ticketNumber) {
        String base = publicBaseUrl().toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "tickets/" + ticketNumber);
    }
}
