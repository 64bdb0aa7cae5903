package io.omniflow.sla.calendar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Mon to Fri; Christmas, a Friday, is off, and so is the afternoon before; 2026-12-21 is a Monday. */
    @ParameterizedTest(name = "{1} working days from {0} end at {2}")
    @CsvSource({
        "2026-12-21T10:00:00, 0, 2026-12-21T10:00:00",
        "2026-12-21T10:00:00, 1, 2026-12-22T10:00:00",
        "2026-12-21T20:00:00, 3, 2026-12-24T20:00:00",
        "2026-12-24T14:00:00, 1, 2026-12-28T14:00:00",
        "2026-12-25T14:00:00, 1, 2026-12-29T00:00:00",
        "2026-12-26T10:00:00, 0, 2026-12-26T10:00:00",
        "2026-12-26T10:00:00, 3, 2026-12-31T00:00:00",
        "2026-12-31T23:59:59, 3, 2027-01-05T23:59:59",
        "2026-03-27T02:30:00, 1, 2026-03-30T02:30:00",
    })
    void the_same_time_so_many_working_days_later(LocalDateTime start, int days, LocalDateTime end) {
        WorkingDays office = new WorkingDays(
                Openings.office(Openings.whole("2026-12-25"), Openings.part("2026-12-24", "12:00", "24:00")));
        assertEquals(
                end, LocalDateTime.ofInstant(office.after(start.atZone(BERLIN).toInstant(), days), BERLIN));
    }

    @Test
    void the_morning_of_a_night_shift_belongs_to_the_day_before() {
        WorkingDays nights = new WorkingDays(Openings.everyDay("Europe/Berlin", "22:00-06:00", 5));
        Instant friday =
                LocalDateTime.parse("2026-11-20T12:00:00").atZone(BERLIN).toInstant();
        assertEquals(friday.plus(Duration.ofDays(3)), nights.after(friday, 1));
    }

    @Test
    void a_skipped_day_is_no_working_day() {
        ZoneId apia = ZoneId.of("Pacific/Apia");
        WorkingDays office = new WorkingDays(Openings.everyDay("Pacific/Apia", "09:00-17:00", 7));
        Instant thursday =
                LocalDateTime.parse("2011-12-29T12:00:00").atZone(apia).toInstant();
        assertEquals(
                LocalDateTime.parse("2011-12-31T12:00:00"), LocalDateTime.ofInstant(office.after(thursday, 1), apia));
    }

    @Test
    void a_calendar_that_is_always_open_has_days_of_24_hours() {
        Instant start =
                LocalDateTime.parse("2026-03-28T12:00:00").atZone(BERLIN).toInstant();
        assertEquals(start.plus(Duration.ofDays(3)), new WorkingDays(new Opening.Always()).after(start, 3));
    }

    @Test
    void without_a_working_day_for_years_there_is_no_answer() {
        Holiday[] years = Stream.iterate(0, day -> day + 1)
                .limit(5 * 366)
                .map(day -> Openings.whole("2026-01-01").date().plusDays(day))
                .map(date -> Holiday.wholeDay(date, "Sabbatical"))
                .toArray(Holiday[]::new);
        WorkingDays closed = new WorkingDays(Openings.office(years));
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        assertThrows(IllegalArgumentException.class, () -> closed.after(start, 1));
        assertThrows(IllegalArgumentException.class, () -> closed.after(start, -1));
    }
}
