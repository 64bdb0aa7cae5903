package io.omniflow.sla.calendar;

import io.omniflow.sla.calendar.domain.Definition;
import io.omniflow.sla.calendar.domain.Opening;
import io.omniflow.sla.clock.domain.Policy;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a calendar.
 *
 * @param trail null for the calendar that was there from the start
 */
public record KeptCalendar(
        UUID id,
        Definition definition,
        long version,
        @Nullable Trail trail) {
    private static final Definition ALWAYS_OPEN = new Definition("24×7", new Opening.Always());

    /** @param changedBy the subject of the token this version was made with */
    public record Trail(Instant createdAt, Instant changedAt, String changedBy) {}

    /** The 24×7 calendar every workspace has: that of the usual policy. Nobody changes it. */
    public static KeptCalendar alwaysOpen(UUID workspace) {
        return new KeptCalendar(Policy.alwaysOpenId(workspace), ALWAYS_OPEN, 1, null);
    }

    public boolean isBuiltIn() {
        return trail == null;
    }
}
