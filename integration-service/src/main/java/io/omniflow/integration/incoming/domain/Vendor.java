package io.omniflow.integration.incoming.domain;

import io.omniflow.integration.connection.domain.ExternalSystem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who sends webhooks, as their address names it. */
public enum Vendor {
    LINEAR,
    JIRA,
    SLACK;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Vendor> of(String text) {
        return Arrays.stream(values())
                .filter(vendor -> vendor.text().equals(text))
                .findAny();
    }

    public static Vendor of(ExternalSystem system) {
        return switch (system) {
            case LINEAR -> LINEAR;
            case JIRA_CLOUD, JIRA_DATA_CENTER -> JIRA;
            case SLACK -> SLACK;
        };
    }
}
