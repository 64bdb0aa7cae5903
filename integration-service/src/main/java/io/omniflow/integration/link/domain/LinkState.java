package io.omniflow.integration.link.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * <pre>
 *   ┌─ asked again, no answer for two minutes
 *   ▼
 * requested ── ticket reported ─▶ delivering ── issue made ─▶ linked
 *     │  ▲                          │    ▲
 *     │  │                          │    └─ delivery retried by hand
 *     │  └── asked again ◀── failed ◀─ given up
 *     └── ticket refused ─▶ rejected ── asked again ─▶ requested
 * </pre>
 */
public enum LinkState {
    /** The ticket's owner was asked for the ticket. */
    REQUESTED,
    DELIVERING,
    LINKED,
    /** The other system refused, or all retries are used up. */
    FAILED,
    /** The ticket's owner refused. */
    REJECTED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws NoSuchElementException for a text that names none */
    public static LinkState of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findAny()
                .orElseThrow();
    }
}
