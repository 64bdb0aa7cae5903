package io.omniflow.sla.calendar;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.calendar.domain.Definition;
import io.omniflow.sla.calendar.domain.Draft;
import io.omniflow.sla.calendar.domain.Holiday;
import io.omniflow.sla.calendar.domain.Holidays;
import io.omniflow.sla.calendar.domain.Occasion;
import io.omniflow.sla.calendar.domain.Opening;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes holidays over from a file, in place of those a calendar has or in addition to them. */
@ApplicationScoped
public class TakeHolidays {
    /** Of all days of all occasions. More than a calendar may have: several may fall on the same day. */
    private static final int MOST_DAYS = 20_000;

    private final KeepCalendars calendars;
    private final HolidayFiles files;
    private final InstantSource time;

    TakeHolidays(KeepCalendars calendars, HolidayFiles files, InstantSource time) {
        this.calendars = calendars;
        this.files = files;
        this.time = time;
    }

    /** What becomes of the holidays a calendar has. */
    public enum Former {
        DROPPED,
        KEPT
    }

    /** Reads the file first, which takes a while: not for an event loop. Fails as changing a calendar and reading do. */
    public Uni<KeptCalendar> from(
            String file, Former former, Caller caller, UUID id, Optional<Long> version, Origin origin) {
        Year since = Year.from(time.instant().atZone(ZoneOffset.UTC));
        List<Occasion> occasions = files.read(file, since);
        return calendars.change(caller, id, version, before -> taken(before, former, occasions), origin);
    }

    /** That a calendar which is always open has no holidays is for the draft to say. */
    private static Draft taken(Definition before, Former former, List<Occasion> occasions) {
        Holidays holidays = new Holidays();
        ZoneId zone =
                switch (before.opening()) {
                    case Opening.Always() -> ZoneOffset.UTC;
                    case Opening.Weekly weekly -> {
                        if (former == Former.KEPT) {
                            weekly.holidays().forEach(holidays::add);
                        }
                        yield weekly.zone();
                    }
                };
        List<Holiday> found = occasions.stream()
                .flatMap(occasion -> occasion.holidays(zone))
                .limit(MOST_DAYS + 1L)
                .toList();
        if (found.size() > MOST_DAYS) {
            throw Problems.invalid("/holidays", "may come from at most " + MOST_DAYS + " days of a file");
        }
        found.forEach(holidays::add);
        return Draft.of(before).withHolidays(holidays.all());
    }
}
