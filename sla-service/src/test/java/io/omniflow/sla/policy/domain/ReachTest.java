package io.omniflow.sla.policy.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.sla.calendar.domain.Complaint;
import io.omniflow.sla.clock.domain.AlwaysOpen;
import io.omniflow.sla.clock.domain.Calendar;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Targets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Calendars by which a target cannot come due. */
class ReachTest {
    private static final Instant NOW = Instant.parse("2026-11-28T04:00:00Z");

    @Test
    void what_is_always_open_reaches_ten_years() {
        assertEquals(List.of(), complaints(Drafts.resolution("P3660D"), new AlwaysOpen()));
    }

    @Test
    void a_minute_a_week_reaches_an_hour_but_no_months() {
        Calendar minute = monday("09:01", List.of());
        assertEquals(List.of(), complaints(Drafts.resolution("PT1H"), minute));
        assertEquals(
                List.of("/statusCeilings/open", "/targets/high/firstResponse", "/targets/low/resolution"),
                complaints(
                        Drafts.targets(
                                Map.of(
                                        Priority.HIGH,
                                        new Targets(Duration.ofDays(60), null, null),
                                        Priority.LOW,
                                        new Targets(null, null, Duration.ofDays(90))),
                                Map.of(Status.OPEN, Duration.ofDays(90))),
                        minute));
    }

    @Test
    void holidays_that_cover_all_hours_for_years_are_a_mistake() {
        List<LocalDate> mondays = Stream.iterate(LocalDate.of(2026, 11, 30), day -> day.plusWeeks(1))
                .limit(300)
                .toList();
        assertEquals(List.of("/calendarId"), complaints(Drafts.resolution("PT1H"), monday("17:00", mondays)));
        assertEquals(List.of(), complaints(Drafts.resolution("PT1H"), monday("17:00", mondays.subList(0, 200))));
    }

    private static Calendar monday(String until, List<LocalDate> off) {
        io.omniflow.sla.calendar.domain.Draft draft = new io.omniflow.sla.calendar.domain.Draft(
                "Mondays",
                io.omniflow.sla.calendar.domain.Draft.Kind.BUSINESS_HOURS,
                "Europe/Berlin",
                Map.of(DayOfWeek.MONDAY, List.of(new io.omniflow.sla.calendar.domain.Draft.HoursDraft("09:00", until))),
                off.stream()
                        .map(day -> new io.omniflow.sla.calendar.domain.Draft.HolidayDraft(day, "Off", null, null))
                        .toList());
        return assertInstanceOf(io.omniflow.sla.calendar.domain.Draft.Checked.Fits.class, draft.check())
                .definition()
                .opening()
                .calendar();
    }

    private static List<String> complaints(Draft draft, Calendar calendar) {
        Definition definition =
                assertInstanceOf(Draft.Checked.Fits.class, draft.check()).definition();
        return Reach.complaints(definition, calendar, NOW).stream()
                .map(Complaint::pointer)
                .sorted()
                .toList();
    }
}
