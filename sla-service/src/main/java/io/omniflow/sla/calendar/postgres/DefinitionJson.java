package io.omniflow.sla.calendar.postgres;

import io.omniflow.sla.calendar.domain.Definition;
import io.omniflow.sla.calendar.domain.Draft;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A calendar's definition as it stands in rows: all but the name, in the API's shape. */
final class DefinitionJson {
    private DefinitionJson() {}

    static JsonObject of(Definition definition) {
        Draft draft = Draft.of(definition);
        JsonObject weekly = new JsonObject();
        draft.weekly().forEach((day, several) -> {
            JsonArray hours = new JsonArray();
            several.forEach(
                    each -> hours.add(new JsonObject().put("from", each.from()).put("to", each.to())));
            weekly.put(day.name().toLowerCase(Locale.ROOT), hours);
        });
        JsonArray holidays = new JsonArray();
        draft.holidays()
                .forEach(holiday -> holidays.add(new JsonObject()
                        .put("date", String.valueOf(holiday.date()))
                        .put("name", holiday.name())
                        .put("from", holiday.from())
                        .put("to", holiday.to())));
        return new JsonObject()
                .put("alwaysOpen", draft.kind() == Draft.Kind.ALWAYS_OPEN)
                .put("timeZone", draft.timeZone())
                .put("weekly", weekly)
                .put("holidays", holidays);
    }

    /**
     * What was stored had been checked. A rule made stricter since, or a zone that left the JDK's list, must not go unseen.
     *
     * @throws IllegalStateException when it breaks a rule now
     */
    static Definition read(String name, JsonObject json) {
        Draft draft = new Draft(
                name,
                json.getBoolean("alwaysOpen") ? Draft.Kind.ALWAYS_OPEN : Draft.Kind.BUSINESS_HOURS,
                json.getString("timeZone"),
                weekly(json.getJsonObject("weekly")),
                objects(json.getJsonArray("holidays")).stream()
                        .map(holiday -> new Draft.HolidayDraft(
                                LocalDate.parse(holiday.getString("date")),
                                holiday.getString("name"),
                                holiday.getString("from"),
                                holiday.getString("to")))
                        .toList());
        return switch (draft.check()) {
            case Draft.Checked.Fits(Definition definition) -> definition;
            case Draft.Checked.Wrong wrong ->
                throw new IllegalStateException("A stored calendar cannot be read: " + wrong.complaints());
        };
    }

    private static Map<DayOfWeek, List<Draft.HoursDraft>> weekly(JsonObject json) {
        Map<DayOfWeek, List<Draft.HoursDraft>> weekly = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            @Nullable JsonArray hours = json.getJsonArray(day.name().toLowerCase(Locale.ROOT));
            if (hours != null) {
                weekly.put(
                        day,
                        objects(hours).stream()
                                .map(each -> new Draft.HoursDraft(each.getString("from"), each.getString("to")))
                                .toList());
            }
        }
        return weekly;
    }

    private static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }
}
