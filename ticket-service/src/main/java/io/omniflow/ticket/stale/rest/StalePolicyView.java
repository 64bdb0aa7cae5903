package io.omniflow.ticket.stale.rest;

import io.omniflow.ticket.stale.domain.StalePolicy;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "StalePolicy")
record StalePolicyView(
        boolean enabled,

        @Schema(description = "ISO 8601: how long a ticket may sit in Waiting before its assignee is pinged")
        String waitingFor,

        @Schema(
                description =
                        "ISO 8601: how long after the ping it stays open at least; whole days are working days of its calendar")
        String grace,

        @Schema(description = "Whether a ticket that nobody touched in its grace period is closed")
        boolean autoClose,

        long version) {
    static final String EXAMPLE =
            "{\"enabled\": true, \"waitingFor\": \"P30D\", \"grace\": \"P3D\", \"autoClose\": false, \"version\": 0}";

    static StalePolicyView of(StalePolicy policy) {
        return new StalePolicyView(
                policy.enabled(),
                policy.waitingFor().text(),
                policy.grace().text(),
                policy.autoClose(),
                policy.version());
    }
}
