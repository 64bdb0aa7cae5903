package io.omniflow.sla.policy.postgres;

import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Reopening;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Targets;
import io.omniflow.sla.policy.domain.Definition;
import io.omniflow.sla.policy.domain.Draft;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A policy's definition as it stands in rows: all but the name, in the API's shape. */
final class DefinitionJson {
    private DefinitionJson() {}

    static JsonObject of(Definition definition) {
        Draft draft = Draft.of(definition);
        JsonObject targets = new JsonObject();
        draft.targets()
                .forEach((priority, each) -> targets.put(
                        word(priority),
                        new JsonObject()
                                .put("firstResponse", text(each.firstResponse()))
                                .put("nextResponse", text(each.nextResponse()))
                                .put("resolution", text(each.resolution()))));
        JsonObject ceilings = new JsonObject();
        draft.ceilings().forEach((status, most) -> ceilings.put(word(status), text(most)));
        JsonArray escalations = new JsonArray();
        draft.escalations()
                .forEach(each -> escalations.add(new JsonObject()
                        .put("atPercent", each.atPercent())
                        .put("metrics", new JsonArray(each.metrics()))
                        .put("action", each.action() == null ? null : word(each.action()))
                        .put(
                                "teamId",
                                each.teamId() == null ? null : each.teamId().toString())));
        return new JsonObject()
                .put("when", when(draft.when()))
                .put("calendarId", definition.calendarId().toString())
                .put("targets", targets)
                .put("statusCeilings", ceilings)
                .put("warnAtPercent", new JsonArray(draft.warnAtPercent()))
                .put("onReopen", word(draft.onReopen()))
                .put("escalations", escalations);
    }

    private static JsonObject when(Draft.When when) {
        JsonObject fields = new JsonObject();
        when.customFields().forEach((key, values) -> fields.put(key, new JsonArray(values)));
        return new JsonObject()
                .put("teamIds", ids(when.teamIds()))
                .put("tags", new JsonArray(when.tags()))
                .put("channels", new JsonArray(when.channels()))
                .put("contactIds", ids(when.contactIds()))
                .put("customFields", fields);
    }

    /**
     * What was stored had been checked; what rules made stricter since say of it must not go unseen.
     *
     * @throws IllegalStateException when it breaks a rule now
     */
    static Definition read(String name, JsonObject json) {
        Draft draft = new Draft(
                name,
                readWhen(json.getJsonObject("when")),
                UUID.fromString(json.getString("calendarId")),
                targets(json.getJsonObject("targets")),
                ceilings(json.getJsonObject("statusCeilings")),
                json.getJsonArray("warnAtPercent").stream()
                        .map(Number.class::cast)
                        .map(Number::intValue)
                        .toList(),
                read(Reopening.class, json.getString("onReopen")),
                json.getJsonArray("escalations").stream()
                        .map(JsonObject.class::cast)
                        .map(DefinitionJson::escalation)
                        .toList());
        return switch (draft.check()) {
            case Draft.Checked.Fits(Definition definition) -> definition;
            case Draft.Checked.Wrong wrong ->
                throw new IllegalStateException("A stored policy cannot be read: " + wrong.complaints());
        };
    }

    private static Draft.When readWhen(JsonObject json) {
        Map<String, List<String>> fields = new TreeMap<>();
        JsonObject customFields = json.getJsonObject("customFields");
        customFields.fieldNames().forEach(key -> fields.put(key, texts(customFields.getJsonArray(key))));
        return new Draft.When(
                readIds(json.getJsonArray("teamIds")),
                texts(json.getJsonArray("tags")),
                texts(json.getJsonArray("channels")),
                readIds(json.getJsonArray("contactIds")),
                fields);
    }

    private static Map<Priority, Targets> targets(JsonObject json) {
        Map<Priority, Targets> targets = new EnumMap<>(Priority.class);
        for (String word : json.fieldNames()) {
            JsonObject each = json.getJsonObject(word);
            targets.put(
                    read(Priority.class, word),
                    new Targets(
                            duration(each.getString("firstResponse")),
                            duration(each.getString("nextResponse")),
                            duration(each.getString("resolution"))));
        }
        return targets;
    }

    private static Map<Status, Duration> ceilings(JsonObject json) {
        Map<Status, Duration> ceilings = new EnumMap<>(Status.class);
        json.fieldNames().forEach(word -> ceilings.put(read(Status.class, word), Duration.parse(json.getString(word))));
        return ceilings;
    }

    private static Draft.EscalationDraft escalation(JsonObject json) {
        @Nullable String team = json.getString("teamId");
        return new Draft.EscalationDraft(
                json.getInteger("atPercent"),
                texts(json.getJsonArray("metrics")),
                read(Draft.Action.class, json.getString("action")),
                team == null ? null : UUID.fromString(team));
    }

    private static JsonArray ids(List<UUID> ids) {
        return new JsonArray(ids.stream().map(UUID::toString).toList());
    }

    private static List<UUID> readIds(JsonArray array) {
        return texts(array).stream().map(UUID::fromString).toList();
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String.class::cast).toList();
    }

    private static @Nullable String text(@Nullable Duration duration) {
        return duration == null ? null : duration.toString();
    }

    private static @Nullable Duration duration(@Nullable String text) {
        return text == null ? null : Duration.parse(text);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E read(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
