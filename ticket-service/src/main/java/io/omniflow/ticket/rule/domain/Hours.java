package io.omniflow.ticket.rule.domain;

import java.util.UUID;

/** Inside or outside the opening hours of a calendar of sla-service. */
public record Hours(UUID calendarId, Side side) {
    public enum Side {
        INSIDE,
        OUTSIDE
    }
}
