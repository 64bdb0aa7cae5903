package io.omniflow.sla.stale.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.stale.Kept;
import io.omniflow.sla.stale.domain.Grace;
import io.omniflow.sla.stale.domain.Series;
import io.omniflow.sla.stale.domain.Stage;
import io.omniflow.sla.stale.domain.Watch;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A watch as a row of {@code stale_watch}. */
final class WatchRows {
    private WatchRows() {}

    static JsonArray write(List<Kept> watches) {
        JsonArray rows = new JsonArray();
        watches.forEach(kept -> rows.add(write(kept)));
        return rows;
    }

    private static JsonObject write(Kept kept) {
        JsonObject row = new JsonObject()
                .put("workspace_id", kept.key().workspace().value().toString())
                .put("ticket_id", kept.key().ticket().toString())
                .put("since", kept.watch().since().toString())
                .put("alerted", false)
                .put("next_at", kept.next().map(Instant::toString).orElse(null));
        return switch (kept.watch().stage()) {
            case Stage.Importing _ -> row.put("stage", "importing");
            case Stage.Quiet _ -> row.put("stage", "quiet");
            case Stage.Asked asked ->
                grace(row, asked.grace())
                        .put("stage", "asked")
                        .put("command_id", asked.command().toString())
                        .put("alerted", asked.series() == Series.ALERTED);
            case Stage.Held held ->
                grace(row, held.grace())
                        .put("stage", "held")
                        .put("retry_at", held.retryAt().toString())
                        .put("alerted", held.series() == Series.ALERTED);
            case Stage.Warned warned -> grace(row, warned.grace()).put("stage", "warned");
            case Stage.Reminded reminded -> grace(row, reminded.grace()).put("stage", "reminded");
            case Stage.Closing closing ->
                grace(row, closing.grace())
                        .put("stage", "closing")
                        .put("command_id", closing.command().toString());
            case Stage.Rested _ -> row.put("stage", "rested");
        };
    }

    private static JsonObject grace(JsonObject row, @Nullable Grace grace) {
        return grace == null
                ? row
                : row.put("grace_from", grace.from().toString())
                        .put("grace_until", grace.until().toString());
    }

    static TicketKey key(Row row) {
        return new TicketKey(new WorkspaceId(row.getUUID("workspace_id")), row.getUUID("ticket_id"));
    }

    static Watch read(Row row) {
        return new Watch(instant(row, "since"), stage(row));
    }

    private static Stage stage(Row row) {
        return switch (Objects.toString(row.getString("stage"))) {
            case "importing" -> new Stage.Importing();
            case "quiet" -> new Stage.Quiet();
            case "asked" -> new Stage.Asked(grace(row), row.getUUID("command_id"), series(row));
            case "held" -> new Stage.Held(grace(row), instant(row, "retry_at"), series(row));
            case "warned" -> new Stage.Warned(Objects.requireNonNull(grace(row)));
            case "reminded" -> new Stage.Reminded(Objects.requireNonNull(grace(row)));
            case "closing" -> new Stage.Closing(Objects.requireNonNull(grace(row)), row.getUUID("command_id"));
            case "rested" -> new Stage.Rested();
            default -> throw new IllegalStateException("a watch was stored by a newer version");
        };
    }

    private static Series series(Row row) {
        return row.getBoolean("alerted") ? Series.ALERTED : Series.QUIET;
    }

    private static @Nullable Grace grace(Row row) {
        @Nullable OffsetDateTime until = row.getOffsetDateTime("grace_until");
        return until == null ? null : new Grace(instant(row, "grace_from"), until.toInstant());
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
