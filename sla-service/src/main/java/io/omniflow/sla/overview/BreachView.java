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

/**
 * A clock that missed a deadline, by the first it missed in this cycle.
 *
 * @param target that was missed; a later change of the ticket may have given the clock another
 * @param late how long after the deadline it was noticed
 * @param stoppedAt null while it goes on
 */
@Schema(name = "Breach")
record BreachView(
        UUID ticketId,
        Metric metric,
        int cycle,
        UUID policyId,
        int policyVersion,
        UUID calendarId,
        Duration target,
        Instant breachedAt,
        Instant noticedAt,
        Duration late,
        @Nullable Instant stoppedAt,
        Status status,
        Priority priority,
        @Nullable UUID teamId,
        @Nullable UUID assigneeId) {

    static BreachView of(Row row) {
        Instant breached = row.getOffsetDateTime("breached_at").toInstant();
        Instant noticed = row.getOffsetDateTime("noticed_at").toInstant();
        return new BreachView(
                row.getUUID("ticket_id"),
                DueClockView.word(Metric.class, row.getString("metric")),
                row.getInteger("cycle"),
                row.getUUID("policy_id"),
                row.getInteger("policy_version"),
                row.getUUID("calendar_id"),
                Duration.ofMillis(row.getLong("missed_ms")),
                breached,
                noticed,
                Duration.between(breached, noticed),
                row.getOffsetDateTime("stopped_at") == null
                        ? null
                        : row.getOffsetDateTime("stopped_at").toInstant(),
                DueClockView.word(Status.class, row.getString("status")),
                DueClockView.word(Priority.class, row.getString("priority")),
                row.getUUID("team_id"),
                row.getUUID("assignee_id"));
    }

    ClockPlace place() {
        return new ClockPlace(breachedAt, ticketId, metric.name().toLowerCase(Locale.ROOT), cycle);
    }

    /** Describes a page to the readers of the API description. */
    @Schema(name = "BreachPage")
    record Several(List<BreachView> items, @Nullable String nextCursor) {}
}
