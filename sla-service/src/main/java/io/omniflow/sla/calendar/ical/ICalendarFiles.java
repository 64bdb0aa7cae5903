package io.omniflow.sla.calendar.ical;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import io.omniflow.kit.json.Texts;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.calendar.HolidayFiles;
import io.omniflow.sla.calendar.domain.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Holidays as the events of an iCalendar file. Cancelled events and those without a beginning are none. */
@ApplicationScoped
class ICalendarFiles implements HolidayFiles {
    private static final int MOST_EVENTS = 5_000;
    /** Components within components, such as alarms of events, are read by recursion. */
    private static final int MOST_COMPONENTS = 3 * MOST_EVENTS;

    private static final Pattern COMPONENT = Pattern.compile("^BEGIN:", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final String PLACE = "";

    @Override
    public List<Occasion> read(String text, Year since) {
        if (!Texts.storable(text)) {
            throw Problems.malformed(PLACE, "The file holds a NUL character");
        }
        if (COMPONENT.matcher(text).results().limit(MOST_COMPONENTS + 1L).count() > MOST_COMPONENTS) {
            throw tooMany();
        }
        List<ICalendar> calendars = Biweekly.parse(text).all();
        if (calendars.isEmpty()) {
            throw Problems.malformed(PLACE, "Must be an iCalendar file: BEGIN:VCALENDAR …");
        }
        if (calendars.stream().mapToInt(calendar -> calendar.getEvents().size()).sum() > MOST_EVENTS) {
            throw tooMany();
        }
        List<Occasion> occasions = new ArrayList<>();
        Repeats repeats = new Repeats(since);
        for (ICalendar calendar : calendars) {
            for (VEvent event : calendar.getEvents()) {
                EventReading reading = new EventReading(calendar.getTimezoneInfo(), event, repeats);
                occasions.addAll(reading.occasions());
            }
        }
        return List.copyOf(occasions);
    }

    private static RuntimeException tooMany() {
        return Problems.invalid(PLACE, "may hold at most " + MOST_EVENTS + " events");
    }
}
