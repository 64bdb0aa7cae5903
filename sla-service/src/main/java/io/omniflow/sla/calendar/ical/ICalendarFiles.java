package io.omniflow.sla.calendar.ical;

import biweekly.Biweekly;
import biweekly.ICalendar;
import io.omniflow.kit.json.Texts;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.calendar.HolidayFiles;
import io.omniflow.sla.calendar.domain.Occasion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.util.List;

/** Holidays as the events of an iCalendar file. Cancelled events and those without a beginning are none. */
@ApplicationScoped
class ICalendarFiles implements HolidayFiles {
    @Override
    public List<Occasion> read(String text, Year since) {
        if (!Texts.storable(text)) {
            throw Problems.malformed("", "The file holds a NUL character");
        }
        ICalendar calendar = Biweekly.parse(EventLines.of(text)).first();
        Repeats repeats = new Repeats(since);
        return calendar.getEvents().stream()
                .flatMap(event -> new EventReading(calendar.getTimezoneInfo(), event, repeats).occasions().stream())
                .toList();
    }
}
