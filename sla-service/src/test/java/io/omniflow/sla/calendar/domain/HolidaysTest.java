package io.omniflow.sla.calendar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HolidaysTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void of_another_holiday_only_what_is_not_covered_is_added() {
        Holidays holidays = new Holidays();
        Stream.of(
                        Openings.part("2026-12-24", "10:00", "12:00"),
                        Openings.part("2026-12-24", "14:00", "16:00"),
                        Holiday.wholeDay(LocalDate.parse("2026-12-24"), "Eve"),
                        Openings.whole("2026-12-24"))
                .forEach(holidays::add);
        assertEquals(
                List.of(
                        "Eve 00:00-10:00",
                        "Part 10:00-12:00",
                        "Eve 12:00-14:00",
                        "Part 14:00-16:00",
                        "Eve 16:00-24:00"),
                shown(holidays.all().stream()));
    }

    @Test
    void what_is_covered_adds_nothing_whatever_comes_first() {
        Holidays holidays = new Holidays();
        holidays.add(Openings.whole("2026-12-25"));
        holidays.add(Openings.part("2026-12-25", "10:00", "12:00"));
        holidays.add(Openings.whole("2026-12-24"));
        assertEquals(List.of(Openings.whole("2026-12-24"), Openings.whole("2026-12-25")), holidays.all());
    }

    @Test
    void an_occasion_of_instants_is_told_in_the_zone_of_the_calendar_day_by_day() {
        Occasion night = new Occasion.AtInstant(
                "Night", Instant.parse("2026-12-24T21:30:00Z"), Instant.parse("2026-12-26T00:10:01Z"));
        assertEquals(
                List.of("Night 22:30-24:00", "Night 00:00-24:00", "Night 00:00-01:11"), shown(night.holidays(BERLIN)));
    }

    @Test
    void an_occasion_that_lasts_no_time_or_ends_before_it_begins_closes_nothing() {
        LocalDateTime noon = LocalDateTime.parse("2026-12-24T12:00:00");
        assertEquals(List.of(), shown(new Occasion.AtWallTime("Noon", noon, noon).holidays(BERLIN)));
        assertEquals(List.of(), shown(new Occasion.AtWallTime("Back", noon, noon.minusHours(1)).holidays(BERLIN)));
        assertEquals(List.of(), shown(new Occasion.AtWallTime("Back", noon, noon.minusDays(1)).holidays(BERLIN)));
    }

    @Test
    void days_no_calendar_knows_are_left_out() {
        Occasion ages = new Occasion.Days("Ages", LocalDate.parse("1900-01-01"), LocalDate.parse("1970-01-02"));
        assertEquals(2, ages.holidays(BERLIN).count());
        Occasion later = new Occasion.Days("Later", LocalDate.parse("2200-12-31"), LocalDate.MAX);
        assertEquals(1, later.holidays(BERLIN).count());
        Occasion never = new Occasion.Days("Never", LocalDate.parse("2300-12-31"), LocalDate.MAX);
        assertEquals(0, never.holidays(BERLIN).count());
    }

    private static List<String> shown(Stream<Holiday> holidays) {
        return holidays.map(holiday -> holiday.name() + " " + holiday.from() + "-" + holiday.to())
                .toList();
    }
}
