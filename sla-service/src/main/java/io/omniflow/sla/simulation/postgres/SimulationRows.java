package io.omniflow.sla.simulation.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.policy.SketchText;
import io.omniflow.sla.simulation.Period;
import io.omniflow.sla.simulation.Simulation;
import io.omniflow.sla.simulation.SimulationState;
import io.omniflow.sla.simulation.Simulations;
import io.omniflow.sla.simulation.Wish;
import io.omniflow.sla.simulation.domain.Outcome;
import io.omniflow.sla.simulation.domain.Pair;
import io.omniflow.sla.simulation.domain.Scope;
import io.omniflow.sla.simulation.domain.Side;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Simulations and what they found out of rows, and into them. */
final class SimulationRows {
    private SimulationRows() {}

    static Simulation read(Row row, SketchText sketches) {
        return new Simulation(
                new WorkspaceId(row.getUUID("workspace_id")),
                row.getUUID("id"),
                read(SimulationState.class, row.getString("state")),
                new Wish(
                        sketches.read(row.getJsonObject("sketch").encode()),
                        read(Scope.class, row.getString("scope")),
                        new Period(instant(row, "from_at"), instant(row, "to_at")),
                        instant(row, "as_of")),
                row.getString("created_by"),
                instant(row, "created_at"),
                row.getOffsetDateTime("finished_at") == null ? null : instant(row, "finished_at"),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("left_out"),
                new Simulation.Place(instant(row, "place_at"), row.getUUID("place_ticket")),
                TallyJson.read(row.getJsonObject("tally")),
                row.getString("problem"));
    }

    static Simulations.Difference difference(Row row) {
        return new Simulations.Difference(
                row.getUUID("ticket_id"),
                new Pair(
                        read(Metric.class, row.getString("metric")),
                        row.getInteger("cycle"),
                        side(row.getJsonObject("before")),
                        side(row.getJsonObject("after"))));
    }

    static JsonArray write(List<Simulations.Difference> differences) {
        JsonArray rows = new JsonArray();
        differences.forEach(difference -> rows.add(new JsonObject()
                .put("ticket_id", difference.ticket().toString())
                .put("metric", word(difference.pair().metric()))
                .put("cycle", difference.pair().cycle())
                .put("before", write(difference.pair().before()))
                .put("after", write(difference.pair().after()))));
        return rows;
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> E read(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    private static JsonObject write(Side side) {
        @Nullable Duration target = side.target();
        return new JsonObject()
                .put("outcome", word(side.outcome()))
                .put("targetMs", target == null ? null : target.toMillis())
                .put("dueAt", Objects.toString(side.dueAt(), null))
                .put("breachedAt", Objects.toString(side.breachedAt(), null));
    }

    private static Side side(JsonObject json) {
        @Nullable Long target = json.getLong("targetMs");
        return new Side(
                read(Outcome.class, json.getString("outcome")),
                target == null ? null : Duration.ofMillis(target),
                instant(json.getString("dueAt")),
                instant(json.getString("breachedAt")));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
