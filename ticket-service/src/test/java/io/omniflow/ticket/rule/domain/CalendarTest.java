package io.omniflow.ticket.rule.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.ticket.rule.domain.Calendar.Holiday;
import io.omniflow.ticket.rule.domain.Calendar.Shift;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {
    private static final int HOUR = 3_600;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** 2026-12-21 is a Monday. */
    private static final Calendar OFFICE = new Calendar(
            BERLIN,
            Map.of(
                    DayOfWeek.MONDAY, List.of(new Shift(9 * HOUR, 17 * HOUR)),
                    DayOfWeek.WEDNESDAY, List.of(new Shift(9 * HOUR, 12 * HOUR), new Shift(13 * HOUR, 24 * HOUR)),
                    DayOfWeek.THURSDAY, List.of(new Shift(9 * HOUR, 17 * HOUR), new Shift(22 * HOUR, 6 * HOUR)),
                    DayOfWeek.SATURDAY, List.of(new Shift(22 * HOUR, 6 * HOUR))),
            List.of(
                    Holiday.whole(LocalDate.parse("2026-12-25")),
                    new Holiday(LocalDate.parse("2026-12-24"), new Shift(12 * HOUR, 24 * HOUR))));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-21T08:59:59,false",
        "2026-12-21T09:00:00,true",
        "2026-12-21T16:59:59,true",
        "2026-12-21T17:00:00,false",
        "2026-12-22T10:00:00,false",
        "2026-12-23T12:30:00,false",
        "2026-12-23T23:59:59,true",
        "2026-12-24T00:00:00,false",
        // a part of a holiday, then a whole one also for the night before it
        "2026-12-24T11:59:59,true",
        "2026-12-24T12:00:00,false",
        "2026-12-24T23:00:00,false",
        "2026-12-25T03:00:00,false",
        // an ordinary night
        "2026-12-17T22:00:00,true",
        "2026-12-18T05:59:59,true",
        "2026-12-18T06:00:00,false",
        "2026-12-20T03:00:00,true"
    })
    void hours_are_local(String local, boolean open) {
        assertEquals(open, OFFICE.isOpenAt(at(local)), local);
    }

    @Test
    void the_clocks_going_back_leave_both_hours_within() {
        // 2026-10-25, 02:30 twice
        assertTrue(OFFICE.isOpenAt(Instant.parse("2026-10-25T00:30:00Z")));
        assertTrue(OFFICE.isOpenAt(Instant.parse("2026-10-25T01:30:00Z")));
        assertFalse(OFFICE.isOpenAt(Instant.parse("2026-10-25T05:00:00Z")));
    }

    @Test
    void always_open_never_closes() {
        for (int hour = 0; hour < 24 * 8; hour++) {
            assertTrue(Calendar.alwaysOpen().isOpenAt(at("2026-12-21T00:00:00").plusSeconds(hour * 3_600L)));
        }
    }

    @Test
    void without_shifts_it_is_never_open() {
        assertFalse(new Calendar(BERLIN, Map.of(), List.of()).isOpenAt(at("2026-12-21T10:00:00")));
    }
}
