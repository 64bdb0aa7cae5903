package io.omniflow.sla.calendar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Calendars that break a rule, and where the complaint points. */
class BadCalendarsTest {
    private static final String DAY = "09:00-17:00";

    @TestFactory
    Stream<DynamicTest> each_is_refused_at_the_place_that_is_wrong() {
        return Stream.of(
                bad("no name", named(""), "/name"),
                bad("a blank name", named(" \t "), "/name"),
                bad("a long name", named("x".repeat(101)), "/name"),
                bad("a name of two lines", named("a\nb"), "/name"),
                bad("no zone", zoned(null), "/timeZone"),
                bad("an empty zone", zoned(""), "/timeZone"),
                bad("an unknown zone", zoned("Europe/Atlantis"), "/timeZone"),
                bad("a zone in other letters", zoned("europe/berlin"), "/timeZone"),
                bad("an offset", zoned("+02:00"), "/timeZone"),
                bad("a hostile zone", zoned("../../etc/passwd"), "/timeZone"),
                bad("a long zone", zoned("E".repeat(10_000)), "/timeZone"),
                bad("no hours", weekly(), "/weekly"),
                bad("a day without hours", weekly("MONDAY"), "/weekly"),
                bad("51 intervals", weekly("MONDAY" + " 09:00-09:01".repeat(51)), "/weekly"),
                bad("the 25th hour", weekly("MONDAY 25:00-26:00"), "/weekly/monday/0/from", "/weekly/monday/0/to"),
                bad("the 60th minute", weekly("MONDAY 09:60-17:00"), "/weekly/monday/0/from"),
                bad("beyond 24:00", weekly("MONDAY 09:00-24:01"), "/weekly/monday/0/to"),
                bad("one digit", weekly("MONDAY 9:00-17:00"), "/weekly/monday/0/from"),
                bad("seconds", weekly("MONDAY 09:00:00-17:00"), "/weekly/monday/0/from"),
                bad("words", weekly("MONDAY noon-17:00"), "/weekly/monday/0/from"),
                bad("other digits", weekly("MONDAY ٠٩:٠٠-17:00"), "/weekly/monday/0/from"),
                bad("no beginning", hours(new Draft.HoursDraft(null, "17:00")), "/weekly/monday/0/from"),
                bad("no end", hours(new Draft.HoursDraft("09:00", null)), "/weekly/monday/0/to"),
                bad("from 24:00", weekly("MONDAY 24:00-06:00"), "/weekly/monday/0/from"),
                bad("no length", weekly("MONDAY 09:00-09:00"), "/weekly/monday/0"),
                bad("no length at midnight", weekly("MONDAY 00:00-00:00"), "/weekly/monday/0"),
                bad("twice the same", weekly("MONDAY 09:00-17:00 09:00-17:00"), "/weekly/monday/1"),
                bad("overlap in a day", weekly("MONDAY 09:00-12:00 11:59-17:00"), "/weekly/monday/1"),
                bad("one within the other", weekly("MONDAY 09:00-17:00 10:00-11:00"), "/weekly/monday/1"),
                bad("overlap at midnight", weekly("MONDAY 22:00-06:00", "TUESDAY 05:59-09:00"), "/weekly/tuesday/0"),
                bad(
                        "overlap at the week's end",
                        weekly("MONDAY 00:00-08:00", "SUNDAY 22:00-00:01"),
                        "/weekly/sunday/0"),
                bad("a holiday without a date", off(holiday(null, "Off", null, null)), "/holidays/0/date"),
                bad("a holiday before 1970", off(day("1969-12-31")), "/holidays/0/date"),
                bad("a holiday after 2200", off(day("2201-01-01")), "/holidays/0/date"),
                bad("a holiday without a name", off(holiday("2026-12-25", null, null, null)), "/holidays/0/name"),
                bad("a holiday of blanks", off(holiday("2026-12-25", "  ", null, null)), "/holidays/0/name"),
                bad(
                        "a long name of a holiday",
                        off(holiday("2026-12-25", "x".repeat(101), null, null)),
                        "/holidays/0/name"),
                bad(
                        "a control character of a holiday",
                        off(holiday("2026-12-25", "a\u0001b", null, null)),
                        "/holidays/0/name"),
                bad("a bad time of a holiday", off(holiday("2026-12-25", "Off", "noon", null)), "/holidays/0/from"),
                bad(
                        "a holiday until the 25th hour",
                        off(holiday("2026-12-25", "Off", null, "25:00")),
                        "/holidays/0/to"),
                bad("a holiday of no length", off(holiday("2026-12-25", "Off", "12:00", "12:00")), "/holidays/0/to"),
                bad("a holiday across midnight", off(holiday("2026-12-25", "Off", "22:00", "06:00")), "/holidays/0/to"),
                bad("a holiday from 24:00", off(holiday("2026-12-25", "Off", "24:00", null)), "/holidays/0/to"),
                bad("the same day twice", off(day("2026-12-25"), day("2026-12-26"), day("2026-12-25")), "/holidays/2"),
                bad(
                        "a day and its afternoon",
                        off(day("2026-12-25"), holiday("2026-12-25", "Off", "12:00", "24:00")),
                        "/holidays/1"),
                bad("1,001 holidays", off(days(1_001, "Off")), "/holidays"),
                bad("holidays with too much text", off(days(1_000, "x".repeat(50))), "/holidays"),
                bad("holidays with too much to escape", off(days(1_000, "\"".repeat(25))), "/holidays"),
                bad("always open in a zone", always("UTC", Map.of(), List.of()), "/timeZone"),
                bad("always open with hours", always(null, read("MONDAY " + DAY), List.of()), "/weekly"),
                bad("always open with holidays", always(null, Map.of(), List.of(day("2026-12-25"))), "/holidays"),
                bad(
                        "everything at once",
                        new Draft("", Draft.Kind.BUSINESS_HOURS, "?", Map.of(), List.of(day("1900-01-01"))),
                        "/name",
                        "/timeZone",
                        "/weekly",
                        "/holidays/0/date"));
    }

    @Test
    void complaints_are_at_most_fifty() {
        Draft.HolidayDraft[] old = Collections.nCopies(1_000, day("1900-01-01")).toArray(Draft.HolidayDraft[]::new);
        Draft.Checked.Wrong wrong = assertInstanceOf(Draft.Checked.Wrong.class, off(old).check());
        assertEquals(50, wrong.complaints().size());
    }

    @TestFactory
    Stream<DynamicTest> what_only_looks_wrong_is_taken() {
        return Stream.of(
                good("hours that touch", weekly("MONDAY 09:00-12:00 12:00-17:00")),
                good("a whole day", weekly("MONDAY 00:00-24:00", "TUESDAY 00:00-24:00")),
                good("until midnight, written as the next day's", weekly("MONDAY 18:00-00:00", "TUESDAY 00:00-06:00")),
                good("a night that ends where Monday begins", weekly("SUNDAY 22:00-06:00", "MONDAY 06:00-22:00")),
                good("50 intervals", fifty()),
                good("1,000 holidays", off(days(1_000, "Off"))),
                good(
                        "two parts of a day",
                        off(holiday("2026-12-25", "A", null, "12:00"), holiday("2026-12-25", "B", "12:00", null))),
                good("the first and the last day", off(day("1970-01-01"), day("2200-12-31"))),
                good("a leap day", off(day("2028-02-29"))),
                good("always open", always(null, Map.of(), List.of())));
    }

    private static Draft fifty() {
        String[] days = Arrays.stream(DayOfWeek.values())
                .map(day ->
                        day + " 00:00-01:00 02:00-03:00 04:00-05:00 06:00-07:00 08:00-09:00 10:00-11:00 12:00-13:00")
                .toArray(String[]::new);
        days[0] += " 14:00-15:00";
        return weekly(days);
    }

    private static DynamicTest good(String what, Draft draft) {
        return DynamicTest.dynamicTest(what, () -> {
            Draft.Checked.Fits fits = assertInstanceOf(
                    Draft.Checked.Fits.class, draft.check(), () -> draft.check().toString());
            assertEquals(draft.check(), Draft.of(fits.definition()).check(), "written and read again it is the same");
        });
    }

    private static DynamicTest bad(String what, Draft draft, String... pointers) {
        return DynamicTest.dynamicTest(
                what,
                () -> assertEquals(
                        List.of(pointers),
                        assertInstanceOf(Draft.Checked.Wrong.class, draft.check()).complaints().stream()
                                .map(Complaint::pointer)
                                .toList()));
    }

    private static Draft named(String name) {
        return new Draft(name, Draft.Kind.BUSINESS_HOURS, "Europe/Berlin", read("MONDAY " + DAY), List.of());
    }

    private static Draft zoned(@Nullable String zone) {
        return new Draft("Office", Draft.Kind.BUSINESS_HOURS, zone, read("MONDAY " + DAY), List.of());
    }

    private static Draft weekly(String... days) {
        return new Draft("Office", Draft.Kind.BUSINESS_HOURS, "Europe/Berlin", read(days), List.of());
    }

    private static Draft hours(Draft.HoursDraft hours) {
        return new Draft(
                "Office", Draft.Kind.BUSINESS_HOURS, "UTC", Map.of(DayOfWeek.MONDAY, List.of(hours)), List.of());
    }

    private static Draft off(Draft.HolidayDraft... holidays) {
        return new Draft("Office", Draft.Kind.BUSINESS_HOURS, "UTC", read("MONDAY " + DAY), List.of(holidays));
    }

    private static Draft always(
            @Nullable String zone, Map<DayOfWeek, List<Draft.HoursDraft>> weekly, List<Draft.HolidayDraft> holidays) {
        return new Draft("Always", Draft.Kind.ALWAYS_OPEN, zone, weekly, holidays);
    }

    private static Draft.HolidayDraft day(String date) {
        return holiday(date, "Off", null, null);
    }

    private static Draft.HolidayDraft holiday(
            @Nullable String date, @Nullable String name, @Nullable String from, @Nullable String to) {
        return new Draft.HolidayDraft(date == null ? null : LocalDate.parse(date), name, from, to);
    }

    private static Draft.HolidayDraft[] days(int count, String name) {
        return Stream.iterate(LocalDate.of(2026, 1, 1), date -> date.plusDays(1))
                .limit(count)
                .map(date -> new Draft.HolidayDraft(date, name, null, null))
                .toArray(Draft.HolidayDraft[]::new);
    }

    private static Map<DayOfWeek, List<Draft.HoursDraft>> read(String... days) {
        Map<DayOfWeek, List<Draft.HoursDraft>> weekly = new EnumMap<>(DayOfWeek.class);
        for (String day : days) {
            String[] parts = day.split(" ");
            weekly.put(
                    DayOfWeek.valueOf(parts[0]),
                    Arrays.stream(parts)
                            .skip(1)
                            .map(part -> part.split("-"))
                            .map(ends -> new Draft.HoursDraft(ends[0], ends[1]))
                            .toList());
        }
        return weekly;
    }
}
