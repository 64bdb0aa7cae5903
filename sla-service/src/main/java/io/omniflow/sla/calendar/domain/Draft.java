package io.omniflow.sla.calendar.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A calendar as somebody sent it, right or wrong. What is missing is null or empty. */
public record Draft(
        String name,
        Kind kind,
        @Nullable String timeZone,
        Map<DayOfWeek, List<HoursDraft>> weekly,
        List<HolidayDraft> holidays) {

    public Draft {
        Map<DayOfWeek, List<HoursDraft>> own = new EnumMap<>(DayOfWeek.class);
        weekly.forEach((day, several) -> own.put(day, List.copyOf(several)));
        weekly = own;
        holidays = List.copyOf(holidays);
    }

    /** Which of the two it is meant to be. */
    public enum Kind {
        ALWAYS_OPEN,
        BUSINESS_HOURS
    }

    /** Wall times as text. */
    public record HoursDraft(
            @Nullable String from, @Nullable String to) {}

    /** A whole day without times; a time left out is that end of the day. */
    public record HolidayDraft(
            @Nullable LocalDate date,
            @Nullable String name,
            @Nullable String from,
            @Nullable String to) {
        public static HolidayDraft of(Holiday holiday) {
            boolean whole = holiday.isWholeDay();
            return new HolidayDraft(
                    holiday.date(),
                    holiday.name(),
                    whole ? null : holiday.from().toString(),
                    whole ? null : holiday.to().toString());
        }
    }

    /** What that calendar would be written as. */
    public static Draft of(Definition definition) {
        return switch (definition.opening()) {
            case Opening.Always() -> new Draft(definition.name(), Kind.ALWAYS_OPEN, null, Map.of(), List.of());
            case Opening.Weekly weekly -> {
                Map<DayOfWeek, List<HoursDraft>> hours = new EnumMap<>(DayOfWeek.class);
                weekly.hours()
                        .forEach((day, several) -> hours.put(
                                day,
                                several.stream()
                                        .map(each -> new HoursDraft(
                                                each.from().toString(),
                                                each.to().toString()))
                                        .toList()));
                yield new Draft(
                        definition.name(),
                        Kind.BUSINESS_HOURS,
                        weekly.zone().getId(),
                        hours,
                        weekly.holidays().stream().map(HolidayDraft::of).toList());
            }
        };
    }

    public Draft withHolidays(List<Holiday> others) {
        return new Draft(
                name,
                kind,
                timeZone,
                weekly,
                others.stream().map(HolidayDraft::of).toList());
    }

    /** The calendar it says, or everything that is wrong with it. */
    public Checked check() {
        return new DraftCheck(this).result();
    }

    /** What a draft comes to. */
    public sealed interface Checked {
        record Fits(Definition definition) implements Checked {}

        /** Never empty; at most {@value DraftCheck#MOST_COMPLAINTS}. */
        record Wrong(List<Complaint> complaints) implements Checked {}
    }
}
