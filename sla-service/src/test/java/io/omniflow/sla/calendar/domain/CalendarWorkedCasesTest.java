package io.omniflow.sla.calendar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases worked out by hand, those of the domain page first. */
class CalendarWorkedCasesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant END = Instant.parse("2202-01-01T00:00:00Z");

    /** Mon to Fri 09:00 to 17:00 in Berlin; 2026-11-20 is a Friday. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            created Fri 16:00, 8 h                      | 2026-11-20T16:00:00 | PT8H         | 2026-11-23T16:00:00
            of which an hour is left at the weekend     | 2026-11-21T12:00:00 | PT7H         | 2026-11-23T16:00:00
            waited Mon 10:00 to 11:30, 2 h were counted | 2026-11-23T11:30:00 | PT6H         | 2026-11-24T09:30:00
            the last second before closing              | 2026-11-20T09:00:00 | PT8H         | 2026-11-20T17:00:00
            a second more                               | 2026-11-20T09:00:00 | PT8H1S       | 2026-11-23T09:00:01
            a millisecond more                          | 2026-11-20T09:00:00 | PT8H0.001S   | 2026-11-23T09:00:00.001
            five days end on a Friday's closing         | 2026-11-23T09:00:00 | PT40H        | 2026-11-27T17:00:00
            created before opening                      | 2026-11-23T07:30:00 | PT1H         | 2026-11-23T10:00:00
            created at closing                          | 2026-11-23T17:00:00 | PT1H         | 2026-11-24T10:00:00
            created at opening                          | 2026-11-23T09:00:00 | PT1H         | 2026-11-23T10:00:00
            created in the middle of a second           | 2026-11-23T16:59:59.250 | PT1S     | 2026-11-24T09:00:00.250
            no time at all, at the weekend              | 2026-11-21T12:00:00 | PT0S         | 2026-11-21T12:00:00
            over the end of the year                    | 2026-12-31T16:00:00 | PT2H         | 2027-01-01T10:00:00
            over a leap day                             | 2028-02-28T16:00:00 | PT10H        | 2028-03-01T10:00:00
            over the clocks going forward               | 2026-03-27T16:00:00 | PT2H         | 2026-03-30T10:00:00
            over the clocks going back                  | 2026-10-23T16:00:00 | PT2H         | 2026-10-26T10:00:00
            1,000 hours                                 | 2026-11-23T09:00:00 | PT1000H      | 2027-05-14T17:00:00
            """)
    void due(String what, LocalDateTime start, Duration duration, LocalDateTime due) {
        BusinessHours office = BusinessHours.of(Openings.office());
        Instant from = start.atZone(BERLIN).toInstant();
        assertEquals(due, LocalDateTime.ofInstant(office.after(from, duration), BERLIN));
        assertEquals(duration, office.open(from, due.atZone(BERLIN).toInstant()));
    }

    @ParameterizedTest(name = "24 h from {0} end at {1}")
    @CsvSource({
        "2026-03-28T12:00:00+01:00, 2026-03-29T13:00:00+02:00",
        "2026-10-24T12:00:00+02:00, 2026-10-25T11:00:00+01:00",
    })
    void around_the_clock_a_day_has_24_hours_whatever_the_clocks_do(OffsetDateTime start, OffsetDateTime due) {
        Duration day = Duration.ofHours(24);
        assertEquals(due.toInstant(), new Opening.Always().calendar().after(start.toInstant(), day));
        assertEquals(
                due.toInstant(),
                BusinessHours.of(Openings.everyDay("Europe/Berlin", "00:00-24:00", 7))
                        .after(start.toInstant(), day));
    }

    @Test
    void a_holiday_does_not_count_and_time_begins_at_the_next_opening() {
        BusinessHours office = BusinessHours.of(
                Openings.office(Openings.whole("2026-12-25"), Openings.part("2026-12-24", "12:00", "24:00")));
        assertEquals(berlin("2026-12-28T11:00:00"), office.after(berlin("2026-12-25T10:00:00"), Duration.ofHours(2)));
        assertEquals(berlin("2026-12-24T12:00:00"), office.after(berlin("2026-12-24T09:00:00"), Duration.ofHours(3)));
        assertEquals(berlin("2026-12-28T10:00:00"), office.after(berlin("2026-12-24T09:00:00"), Duration.ofHours(4)));
        assertEquals(Duration.ofHours(3), office.open(berlin("2026-12-24T00:00:00"), berlin("2026-12-28T00:00:00")));
    }

    @Test
    void a_holiday_also_closes_what_began_the_evening_before() {
        BusinessHours nights =
                BusinessHours.of(Openings.everyDay("Europe/Berlin", "22:00-06:00", 7, Openings.whole("2026-12-25")));
        assertEquals(
                List.of(
                        new OpenInterval(berlin("2026-12-24T22:00:00"), berlin("2026-12-25T00:00:00")),
                        new OpenInterval(berlin("2026-12-26T00:00:00"), berlin("2026-12-26T06:00:00"))),
                nights.intervals(berlin("2026-12-24T12:00:00"), berlin("2026-12-26T12:00:00")));
    }

    @Test
    void a_part_of_a_day_off_leaves_what_is_before_and_after() {
        BusinessHours office = BusinessHours.of(Openings.office(Openings.part("2026-11-24", "11:00", "14:30")));
        assertEquals(
                List.of(
                        new OpenInterval(berlin("2026-11-24T09:00:00"), berlin("2026-11-24T11:00:00")),
                        new OpenInterval(berlin("2026-11-24T14:30:00"), berlin("2026-11-24T17:00:00"))),
                office.intervals(berlin("2026-11-24T00:00:00"), berlin("2026-11-25T00:00:00")));
    }

    @Test
    void several_intervals_a_day_that_touch_are_one() {
        BusinessHours office = BusinessHours.of(
                Openings.weekly("Europe/Berlin", "SUNDAY 22:00-24:00", "MONDAY 00:00-09:00 09:00-12:00 13:00-14:00"));
        assertEquals(
                List.of(
                        new OpenInterval(berlin("2026-11-22T22:00:00"), berlin("2026-11-23T12:00:00")),
                        new OpenInterval(berlin("2026-11-23T13:00:00"), berlin("2026-11-23T14:00:00"))),
                office.intervals(berlin("2026-11-22T00:00:00"), berlin("2026-11-25T00:00:00")));
    }

    /** Each: zone, hours of every day, an interval that is to be found as it is. */
    @TestFactory
    Stream<DynamicTest> changing_clocks_make_hours_longer_or_shorter() {
        return Stream.of(
                clocks("Europe/Berlin", "22:00-06:00", "2026-03-28T22:00:00+01:00", "2026-03-29T06:00:00+02:00", 420),
                clocks("Europe/Berlin", "22:00-06:00", "2026-10-24T22:00:00+02:00", "2026-10-25T06:00:00+01:00", 540),
                clocks("Europe/Berlin", "01:00-02:30", "2026-03-29T01:00:00+01:00", "2026-03-29T03:00:00+02:00", 60),
                clocks("Europe/Berlin", "02:30-05:00", "2026-03-29T03:00:00+02:00", "2026-03-29T05:00:00+02:00", 120),
                clocks("Europe/Berlin", "01:00-02:30", "2026-10-25T01:00:00+02:00", "2026-10-25T02:30:00+02:00", 90),
                clocks("Europe/Berlin", "02:30-05:00", "2026-10-25T02:30:00+02:00", "2026-10-25T05:00:00+01:00", 210),
                clocks(
                        "Australia/Lord_Howe",
                        "01:00-03:00",
                        "2026-04-05T01:00:00+11:00",
                        "2026-04-05T03:00:00+10:30",
                        150),
                clocks(
                        "Australia/Lord_Howe",
                        "01:00-03:00",
                        "2026-10-04T01:00:00+10:30",
                        "2026-10-04T03:00:00+11:00",
                        90),
                clocks("Pacific/Apia", "22:00-06:00", "2011-12-29T22:00:00-10:00", "2011-12-31T06:00:00+14:00", 480),
                clocks(
                        "America/Sao_Paulo",
                        "23:00-01:00",
                        "2018-02-17T23:00:00-02:00",
                        "2018-02-18T01:00:00-03:00",
                        180),
                clocks(
                        "America/Sao_Paulo",
                        "23:00-01:00",
                        "2018-11-03T23:00:00-03:00",
                        "2018-11-04T01:00:00-02:00",
                        60));
    }

    @Test
    void a_day_that_was_skipped_has_no_hours() {
        BusinessHours office = BusinessHours.of(Openings.everyDay("Pacific/Apia", "09:00-17:00", 7));
        Instant thursdayNoon = OffsetDateTime.parse("2011-12-29T12:00:00-10:00").toInstant();
        assertEquals(
                OffsetDateTime.parse("2011-12-31T12:00:00+14:00").toInstant(),
                office.after(thursdayNoon, Duration.ofHours(8)));
    }

    @Test
    void hours_that_lie_in_the_gap_last_no_time() {
        BusinessHours early = BusinessHours.of(Openings.everyDay("Europe/Berlin", "02:00-03:00", 7));
        Instant midnight = berlin("2026-03-29T00:00:00");
        assertEquals(Duration.ZERO, early.open(midnight, berlin("2026-03-30T00:00:00")));
        assertEquals(berlin("2026-03-30T02:30:00"), early.after(midnight, Duration.ofMinutes(30)));
    }

    @Test
    void in_every_zone_there_is_no_gap_and_no_overlap_between_the_weeks() {
        Instant start = Instant.parse("1970-01-01T00:00:00Z");
        for (String zone : ZoneId.getAvailableZoneIds()) {
            BusinessHours always = BusinessHours.of(Openings.everyDay(zone, "00:00-24:00", 7));
            for (Instant end = start; end.isBefore(END); end = end.plus(Duration.ofDays(73))) {
                assertEquals(Duration.between(start, end), always.open(start, end), zone);
            }
        }
    }

    @Test
    void before_1970_and_after_2200_the_weekly_hours_go_on() {
        BusinessHours office = BusinessHours.of(Openings.office());
        Instant old = Instant.parse("1900-01-01T00:00:00Z");
        Instant far = Instant.parse("3000-01-01T00:00:00Z");
        Duration week = Duration.ofHours(40);
        assertEquals(week, office.open(old, old.plus(Duration.ofDays(7))));
        assertEquals(week, office.open(far, far.plus(Duration.ofDays(7))));
    }

    private static DynamicTest clocks(String zone, String hours, String from, String to, long minutes) {
        return DynamicTest.dynamicTest(zone + " " + hours + " from " + from, () -> {
            Instant opens = OffsetDateTime.parse(from).toInstant();
            Instant closes = OffsetDateTime.parse(to).toInstant();
            BusinessHours calendar = BusinessHours.of(Openings.everyDay(zone, hours, 7));
            assertEquals(
                    List.of(new OpenInterval(opens, closes)),
                    calendar.intervals(opens.minusSeconds(60), closes.plusSeconds(60)));
            assertEquals(Duration.ofMinutes(minutes), calendar.open(opens, closes));
        });
    }

    private static Instant berlin(String wall) {
        return LocalDateTime.parse(wall).atZone(BERLIN).toInstant();
    }
}
