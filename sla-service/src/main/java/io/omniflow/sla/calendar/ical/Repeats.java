package io.omniflow.sla.calendar.ical;

import biweekly.component.VEvent;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.calendar.HolidayFiles;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.SortedSet;
import java.util.TimeZone;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When the events of a file begin, each time. A rule of a few words may take the library minutes, so only those are taken that
 * holidays need, and the steps are counted over all events of the file.
 */
final class Repeats {
    private static final int MOST_STEPS = 50_000;
    private static final int MOST_TIMES = 1_000;
    private static final int MOST_EVENTS = 1_000;
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private final Instant from;
    private final Instant to;
    private int events;
    private int steps;

    Repeats(Year since) {
        this.from = since.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        this.to = since.plusYears(HolidayFiles.YEARS).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Its one beginning, or those of the years wanted when it comes back. */
    List<Instant> beginnings(VEvent event, Instant first, TimeZone zone) {
        List<RecurrenceRule> rules = event.getProperties(RecurrenceRule.class);
        if (rules.isEmpty() && event.getRecurrenceDates().isEmpty()) {
            return List.of(first);
        }
        rules.forEach(Repeats::check);
        if (++events > MOST_EVENTS) {
            throw Problems.invalid("", "may hold at most " + MOST_EVENTS + " events that come back");
        }
        if (first.isBefore(FIRST)) {
            throw Problems.invalid("", "what comes back may not begin before 1900");
        }
        SortedSet<Instant> beginnings = new TreeSet<>();
        // the library leaves it out where there are dates and no rule
        if (rules.isEmpty() && !first.isBefore(from)) {
            beginnings.add(first);
        }
        DateIterator dates = event.getDateIterator(zone);
        dates.advanceTo(Date.from(from));
        while (dates.hasNext()) {
            Instant next = dates.next().toInstant();
            if (!next.isBefore(to)) {
                break;
            }
            if (++steps > MOST_STEPS) {
                throw Problems.invalid("", "says more than " + MOST_STEPS + " days");
            }
            if (!next.isBefore(from)) {
                beginnings.add(next);
            }
        }
        return List.copyOf(beginnings);
    }

    private static void check(RecurrenceRule rule) {
        @Nullable Recurrence said = rule.getValue();
        if (said == null || said.getFrequency() != Frequency.YEARLY) {
            throw Problems.invalid("", "only what comes back every year can be taken (RRULE:FREQ=YEARLY)");
        }
        boolean namesTimes = !(said.getByHour().isEmpty()
                && said.getByMinute().isEmpty()
                && said.getBySecond().isEmpty());
        if (namesTimes || (said.getCount() != null && said.getCount() > MOST_TIMES)) {
            throw Problems.invalid(
                    "", "a rule may have no BYHOUR, BYMINUTE or BYSECOND and a COUNT of at most " + MOST_TIMES);
        }
    }
}
