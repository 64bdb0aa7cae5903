package io.omniflow.integration.delivery.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * <pre>
 * held ── released ─▶ ready ── delivered ─▶ delivered
 *                     │ ▲ └── again ─▶ ready, later
 *                     │ └─────── retried by hand ──┐
 *                     ├── refused ──▶ failed ──────┤
 *                     └── retries used up ─▶ dead ─┘
 * </pre>
 */
public enum DeliveryState {
    /** Waits for something else in the suite. */
    HELD,
    /** To be attempted when its time comes, or being attempted under a lease. */
    READY,
    DELIVERED,
    /** Refused by the other system; no retry by itself. */
    FAILED,
    /** Every retry is used up. */
    DEAD;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DeliveryState> of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findAny();
    }
}
