package io.omniflow.integration.thread.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * <pre>
 *   ┌─ asked again, no answer for two minutes
 *   ▼
 * requested ── ticket reported ─▶ opening ── first message posted ─▶ open
 *     │  ▲                          │    ▲
 *     │  │                          │    └─ delivery retried by hand
 *     │  └── asked again ◀── failed ◀─ given up
 *     └── ticket refused ─▶ rejected ── asked again ─▶ requested
 * </pre>
 */
public enum ThreadState {
    /** The ticket's owner was asked for the ticket. */
    REQUESTED,
    OPENING,
    OPEN,
    /** The other system refused, or all retries are used up. */
    FAILED,
    /** The ticket's owner refused. */
    REJECTED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws NoSuchElementException for a text that names none */
    public static ThreadState of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findAny()
                .orElseThrow();
    }
}
