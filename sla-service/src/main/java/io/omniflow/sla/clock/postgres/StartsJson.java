package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.domain.EarlierStart;
import io.omniflow.sla.clock.domain.Lead;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Earlier starts, and what they give a clock, as JSON. What was stored before there were any has none. */
final class StartsJson {
    private StartsJson() {}

    static JsonObject write(EarlierStart start) {
        return new JsonObject()
                .put("merge", start.merge().toString())
                .put("origin", start.origin().toString())
                .put("at", start.at().toString());
    }

    static @Nullable EarlierStart orNull(@Nullable JsonObject json) {
        return json == null ? null : read(json);
    }

    private static EarlierStart read(JsonObject json) {
        return new EarlierStart(
                UUID.fromString(json.getString("merge")),
                UUID.fromString(json.getString("origin")),
                Instant.parse(json.getString("at")));
    }

    static JsonArray write(List<EarlierStart> starts) {
        JsonArray all = new JsonArray();
        starts.forEach(start -> all.add(write(start)));
        return all;
    }

    static List<EarlierStart> starts(@Nullable JsonArray all) {
        return all == null
                ? List.of()
                : all.stream().map(JsonObject.class::cast).map(StartsJson::read).toList();
    }

    static @Nullable JsonArray leads(List<Lead> leads) {
        if (leads.isEmpty()) {
            return null;
        }
        JsonArray all = new JsonArray();
        leads.forEach(lead ->
                all.add(write(lead.start()).put("countedMs", lead.counted().toMillis())));
        return all;
    }

    static List<Lead> leads(@Nullable JsonArray all) {
        return all == null
                ? List.of()
                : all.stream()
                        .map(JsonObject.class::cast)
                        .map(json -> new Lead(read(json), Duration.ofMillis(json.getLong("countedMs"))))
                        .toList();
    }
}
