package io.omniflow.integration.hook.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * <pre>
 * pending ── a status of 2xx ─▶ delivered ──┐
 *    ▲ │ └── retries used up, or 410 ─▶ failed
 *    │ └─ anything else ─▶ pending, later     │
 *    └──────── replayed by hand ──────────────┘
 * </pre>
 */
public enum HookState {
    PENDING,
    DELIVERED,
    FAILED;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<HookState> of(String text) {
        return Arrays.stream(values())
                .filter(state -> state.text().equals(text))
                .findAny();
    }
}
