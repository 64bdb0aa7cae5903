package io.omniflow.ticket.rule.postgres;

import io.omniflow.ticket.rule.domain.Calendar;
import io.omniflow.ticket.rule.domain.Calendar.Holiday;
import io.omniflow.ticket.rule.domain.Calendar.Shift;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A calendar in the shape sla-service's API gives it; fields it does not name here are passed over. */
final class CalendarJson {
    private static final String END_OF_DAY = "24:00";
    private static final int DAY = 86_400;

    private CalendarJson() {}

    /** Empty when it cannot be read: it is another service's, and may be of a later shape. */
    static Optional<Calendar> read(JsonObject told) {
        try {
            return Optional.of(calendar(told));
        } catch (DateTimeException | ClassCastException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Calendar calendar(JsonObject told) {
        if (Boolean.TRUE.equals(told.getBoolean("alwaysOpen"))) {
            return Calendar.alwaysOpen();
        }
        Map<DayOfWeek, List<Shift>> weekly = new EnumMap<>(DayOfWeek.class);
        JsonObject week = told.getJsonObject("weekly", new JsonObject());
        for (String day : week.fieldNames()) {
            weekly.put(
                    DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)),
                    objects(week.getJsonArray(day)).map(CalendarJson::shift).toList());
        }
        @Nullable JsonArray holidays = told.getJsonArray("holidays");
        return new Calendar(
                ZoneId.of(needed(told, "timeZone")),
                weekly,
                objects(holidays).map(CalendarJson::holiday).toList());
    }

    private static Stream<JsonObject> objects(@Nullable JsonArray array) {
        return array == null ? Stream.of() : array.stream().map(JsonObject.class::cast);
    }

    private static Holiday holiday(JsonObject told) {
        LocalDate date = LocalDate.parse(needed(told, "date"));
        return told.getString("from") == null && told.getString("to") == null
                ? Holiday.whole(date)
                : new Holiday(date, shift(told));
    }

    private static Shift shift(JsonObject told) {
        return new Shift(second(needed(told, "from")), second(needed(told, "to")));
    }

    private static String needed(JsonObject told, String field) {
        @Nullable String text = told.getString(field);
        if (text == null) {
            throw new IllegalArgumentException("lacks " + field);
        }
        return text;
    }

    private static int second(String time) {
        return END_OF_DAY.equals(time) ? DAY : LocalTime.parse(time).toSecondOfDay();
    }
}
