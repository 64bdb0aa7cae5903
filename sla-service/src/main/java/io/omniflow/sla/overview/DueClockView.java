package io.omniflow.sla.overview;

import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Status;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A clock that runs towards its deadline. {@code left} is real time until then, zero where it has passed unjudged. */
@Schema(name = "DueClock")
record DueClockView(
        UUID ticketId,
        Metric metric,
        int cycle,
        UUID policyId,
        int policyVersion,
        UUID calendarId,
        Duration target,
        Instant dueAt,
        Duration left,
        Status status,
        Priority priority,
        @Nullable UUID teamId,
        @Nullable UUID assigneeId) {

    static DueClockView of(Row row, Instant now) {
        Instant due = row.getOffsetDateTime("due_at").toInstant();
        return new DueClockView(
                row.getUUID("ticket_id"),
                word(Metric.class, row.getString("metric")),
                row.getInteger("cycle"),
                row.getUUID("policy_id"),
                row.getInteger("policy_version"),
                row.getUUID("calendar_id"),
                Duration.ofMillis(row.getLong("target_ms")),
                due,
                due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO,
                word(Status.class, row.getString("status")),
                word(Priority.class, row.getString("priority")),
                row.getUUID("team_id"),
                row.getUUID("assignee_id"));
    }

    ClockPlace place() {
        return new ClockPlace(dueAt, ticketId, metric.name().toLowerCase(Locale.ROOT), cycle);
    }

    static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    /** Describes a page to the readers of the API description. */
    @Schema(name = "DueClockPage")
    record Several(List<DueClockView> items, @Nullable String nextCursor) {}
}
