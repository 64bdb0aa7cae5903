package io.omniflow.sla.simulation.postgres;

import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.simulation.domain.Counts;
import io.omniflow.sla.simulation.domain.Sums;
import io.omniflow.sla.simulation.domain.Tally;
import io.vertx.core.json.JsonObject;
import java.util.EnumMap;
import java.util.Map;

/** Sums as JSON. */
final class TallyJson {
    private TallyJson() {}

    static JsonObject write(Tally tally) {
        JsonObject metrics = new JsonObject();
        tally.metrics().forEach((metric, sums) -> metrics.put(SimulationRows.word(metric), write(sums)));
        return new JsonObject()
                .put("tickets", tally.tickets())
                .put("matched", tally.matched())
                .put("breachedOnlyBefore", tally.breachedOnlyBefore())
                .put("breachedOnlyAfter", tally.breachedOnlyAfter())
                .put("metrics", metrics);
    }

    static Tally read(JsonObject json) {
        JsonObject written = json.getJsonObject("metrics");
        Map<Metric, Sums> metrics = new EnumMap<>(Metric.class);
        written.fieldNames()
                .forEach(word ->
                        metrics.put(SimulationRows.read(Metric.class, word), sums(written.getJsonObject(word))));
        return new Tally(
                json.getLong("tickets"),
                json.getLong("matched"),
                json.getLong("breachedOnlyBefore"),
                json.getLong("breachedOnlyAfter"),
                metrics);
    }

    private static JsonObject write(Sums sums) {
        return new JsonObject()
                .put("before", write(sums.before()))
                .put("after", write(sums.after()))
                .put("breachedOnlyBefore", sums.breachedOnlyBefore())
                .put("breachedOnlyAfter", sums.breachedOnlyAfter());
    }

    private static Sums sums(JsonObject json) {
        return new Sums(
                counts(json.getJsonObject("before")),
                counts(json.getJsonObject("after")),
                json.getLong("breachedOnlyBefore"),
                json.getLong("breachedOnlyAfter"));
    }

    private static JsonObject write(Counts counts) {
        return new JsonObject()
                .put("met", counts.met())
                .put("breached", counts.breached())
                .put("running", counts.running());
    }

    private static Counts counts(JsonObject json) {
        return new Counts(json.getLong("met"), json.getLong("breached"), json.getLong("running"));
    }
}
