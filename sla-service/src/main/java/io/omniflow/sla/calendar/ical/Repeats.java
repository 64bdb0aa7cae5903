package io.omniflow.sla.calendar.ical;

import biweekly.component.VEvent;
import biweekly.property.RecurrenceRule;
import biweekly.util.Frequency;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.calendar.HolidayFiles;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

/** When the events of a file begin, each time. Counts its steps over all events: a rule may say more than years could hold. */
final class Repeats {
    private static final int MOST_STEPS = 50_000;

    private final Instant from;
    private final Instant to;
    private int steps;

    Repeats(Year since) {
        this.from = since.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        this.to = since.plusYears(HolidayFiles.YEARS).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    /** Its one beginning, or those of the years wanted when it comes back. */
    List<Instant> beginnings(VEvent event, TimeZone zone) {
        List<RecurrenceRule> rules = event.getProperties(RecurrenceRule.class);
        if (rules.isEmpty() && event.getRecurrenceDates().isEmpty()) {
            return List.of(event.getDateStart().getValue().toInstant());
        }
        if (rules.stream()
                .anyMatch(rule -> rule.getValue() == null || rule.getValue().getFrequency() != Frequency.YEARLY)) {
            throw Problems.invalid("", "only what comes back every year can be taken (RRULE:FREQ=YEARLY)");
        }
        DateIterator dates = event.getDateIterator(zone);
        dates.advanceTo(Date.from(from));
        List<Instant> beginnings = new ArrayList<>();
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
        return beginnings;
    }
}
