package io.omniflow.integration.sync.postgres;

import io.omniflow.integration.sync.domain.Mapping;
import io.omniflow.integration.sync.domain.StateKind;
import io.omniflow.integration.sync.domain.StoredMapping;
import io.omniflow.integration.sync.domain.Target;
import io.omniflow.integration.sync.domain.TicketStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Mappings to and from JSON. */
final class MappingRows {
    private MappingRows() {}

    static StoredMapping mapping(Row row) {
        return new StoredMapping(mapping(row.getJsonObject("mapping")), row.getLong("version"));
    }

    static JsonObject json(Mapping mapping) {
        JsonArray toTicket = new JsonArray();
        mapping.toTicket()
                .forEach(rule -> toTicket.add(json(rule.when())
                        .put(
                                "status",
                                rule.status() == null ? null : rule.status().text())));
        JsonObject toIssue = new JsonObject();
        mapping.toIssue().forEach((status, target) -> toIssue.put(status.text(), json(target)));
        JsonArray extras = new JsonArray();
        mapping.extras().forEach(extra -> extras.add(extra.name()));
        return new JsonObject()
                .put("toTicket", toTicket)
                .put("toIssue", toIssue)
                .put("extras", extras);
    }

    private static Mapping mapping(JsonObject json) {
        JsonArray rules = json.getJsonArray("toTicket");
        List<Mapping.Rule> toTicket = IntStream.range(0, rules.size())
                .mapToObj(rules::getJsonObject)
                .map(rule -> new Mapping.Rule(target(rule), status(rule.getString("status"))))
                .toList();
        Map<TicketStatus, Target> toIssue = new EnumMap<>(TicketStatus.class);
        JsonObject targets = json.getJsonObject("toIssue");
        for (String name : targets.fieldNames()) {
            toIssue.put(TicketStatus.of(name).orElseThrow(), target(targets.getJsonObject(name)));
        }
        Set<Mapping.Extra> extras = EnumSet.noneOf(Mapping.Extra.class);
        json.getJsonArray("extras").forEach(name -> extras.add(Mapping.Extra.valueOf((String) name)));
        return new Mapping(toTicket, toIssue, extras);
    }

    private static JsonObject json(Target target) {
        return switch (target) {
            case Target.State(String id) -> new JsonObject().put("state", id);
            case Target.Kind(StateKind kind) -> new JsonObject().put("kind", kind.text());
        };
    }

    private static Target target(JsonObject json) {
        @Nullable String state = json.getString("state");
        return state == null
                ? new Target.Kind(StateKind.of(json.getString("kind")).orElse(StateKind.UNKNOWN))
                : new Target.State(state);
    }

    private static @Nullable TicketStatus status(@Nullable String text) {
        return text == null ? null : TicketStatus.of(text).orElseThrow();
    }
}
