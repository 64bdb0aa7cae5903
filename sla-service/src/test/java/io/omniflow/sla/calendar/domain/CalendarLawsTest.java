package io.omniflow.sla.calendar.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.sla.clock.domain.Openness;
import io.omniflow.sla.clock.domain.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What holds for every calendar, in every zone, at every instant. */
class CalendarLawsTest {
    private static final long DAY = 86_400_000;

    @Provide
    Arbitrary<Openings.Sample> samples() {
        return Openings.samples();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void open_time_is_what_walking_minute_by_minute_finds(
            @ForAll("samples") Openings.Sample sample, @ForAll @LongRange(min = 0, max = 9 * DAY) long millis) {
        Instant to = sample.around().plusMillis(millis);
        assertEquals(
                new NaiveCalendar(sample.opening()).open(sample.around(), to),
                BusinessHours.of(sample.opening()).open(sample.around(), to));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void the_end_is_where_walking_minute_by_minute_arrives(
            @ForAll("samples") Openings.Sample sample, @ForAll @LongRange(min = 0, max = 3 * DAY) long millis) {
        Duration duration = Duration.ofMillis(millis);
        Instant until = sample.around().plus(Duration.ofDays(30));
        Instant expected = new NaiveCalendar(sample.opening()).after(sample.around(), duration, until);
        Assume.that(!expected.equals(Instant.MAX));
        assertEquals(expected, BusinessHours.of(sample.opening()).after(sample.around(), duration));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void as_much_is_open_until_the_end_as_was_asked_for_and_less_before(
            @ForAll("samples") Openings.Sample sample,
            @ForAll @LongRange(min = 1, max = 40_000 * DAY) long millis,
            @ForAll @LongRange(min = 0, max = 999_999) long nanos) {
        BusinessHours hours = BusinessHours.of(sample.opening());
        Duration duration = Duration.ofMillis(millis).plusNanos(nanos);
        Instant end = hours.after(sample.around(), duration);
        assertEquals(duration, hours.open(sample.around(), end));
        assertEquals(duration.minusNanos(1), hours.open(sample.around(), end.minusNanos(1)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void why_it_is_closed_is_told_without_a_gap_and_holidays_are_what_would_be_open(
            @ForAll("samples") Openings.Sample sample, @ForAll @LongRange(min = 1, max = 20 * DAY) long millis) {
        Opening.Weekly opening = sample.opening();
        BusinessHours hours = BusinessHours.of(opening);
        BusinessHours withoutHolidays =
                BusinessHours.of(new Opening.Weekly(opening.zone(), opening.hours(), List.of()));
        Instant to = sample.around().plusMillis(millis);
        Duration open = Duration.ZERO;
        Instant at = sample.around();
        for (Stretch stretch : hours.stretches(sample.around(), to)) {
            Duration length = Duration.between(stretch.from(), stretch.to());
            assertEquals(at, stretch.from());
            assertEquals(
                    stretch.openness() == Openness.OPEN ? length : Duration.ZERO,
                    hours.open(stretch.from(), stretch.to()));
            assertEquals(
                    stretch.openness() == Openness.OUTSIDE_HOURS ? Duration.ZERO : length,
                    withoutHolidays.open(stretch.from(), stretch.to()));
            open = stretch.openness() == Openness.OPEN ? open.plus(length) : open;
            at = stretch.to();
        }
        assertEquals(to, at);
        assertEquals(hours.open(sample.around(), to), open);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void a_stretch_may_be_split_anywhere(
            @ForAll("samples") Openings.Sample sample,
            @ForAll @LongRange(min = 1, max = 30_000 * DAY) long first,
            @ForAll @LongRange(min = 1, max = 30_000 * DAY) long second) {
        BusinessHours hours = BusinessHours.of(sample.opening());
        Instant start = sample.around();
        Instant middle = start.plusMillis(first);
        Instant end = middle.plusMillis(second);
        assertEquals(hours.open(start, end), hours.open(start, middle).plus(hours.open(middle, end)));
        assertEquals(
                hours.after(start, Duration.ofMillis(first + second)),
                hours.after(hours.after(start, Duration.ofMillis(first)), Duration.ofMillis(second)));
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void the_intervals_are_apart_and_add_up_to_the_open_time(
            @ForAll("samples") Openings.Sample sample, @ForAll @LongRange(min = 0, max = 60 * DAY) long millis) {
        BusinessHours hours = BusinessHours.of(sample.opening());
        Instant to = sample.around().plusMillis(millis);
        List<OpenInterval> intervals = hours.intervals(sample.around(), to);
        Duration sum = Duration.ZERO;
        Instant last = Instant.MIN;
        for (OpenInterval interval : intervals) {
            assertTrue(interval.from().isAfter(last), intervals::toString);
            assertTrue(interval.to().isAfter(interval.from()), intervals::toString);
            sum = sum.plus(Duration.between(interval.from(), interval.to()));
            last = interval.to();
        }
        assertFalse(last.isAfter(to), intervals::toString);
        assertEquals(hours.open(sample.around(), to), sum);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void hours_around_the_clock_count_all_time_whatever_the_clocks_do(
            @ForAll("samples") Openings.Sample sample, @ForAll @LongRange(min = 0, max = 40_000 * DAY) long millis) {
        ZoneId zone = sample.opening().zone();
        BusinessHours hours = BusinessHours.of(Openings.everyDay(zone.getId(), "00:00-24:00", 7));
        assertEquals(
                Duration.ofMillis(millis),
                hours.open(sample.around(), sample.around().plusMillis(millis)));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void more_working_days_end_later_and_a_later_start_never_ends_earlier(
            @ForAll("samples") Openings.Sample sample,
            @ForAll @LongRange(min = 0, max = 20) long days,
            @ForAll @LongRange(min = 0, max = 10 * DAY) long millis) {
        WorkingDays working = new WorkingDays(sample.opening());
        Instant start = sample.around();
        int some = (int) days;
        assertTrue(working.after(start, some + 1).isAfter(working.after(start, some)));
        assertFalse(working.after(start.plusMillis(millis), some + 1).isBefore(working.after(start, some + 1)));
    }
}
