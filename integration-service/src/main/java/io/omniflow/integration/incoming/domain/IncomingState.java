package io.omniflow.integration.incoming.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * <pre>
 * waiting ── worked off ──▶ done
 *  │ ▲ └── fails ─▶ waiting, later
 *  │ └──────── retried by hand ────────┐
 *  ├── says nothing we can read ─▶ unreadable
 *  └── fails too often ──────────▶ failed
 * </pre>
 */
public enum IncomingState {
    WAITING,
    DONE,
    UNREADABLE,
    FAILED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IncomingState> of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findAny();
    }
}
