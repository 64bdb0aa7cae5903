package io.omniflow.sla.calendar;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.calendar.domain.BusinessHours;
import io.omniflow.sla.calendar.domain.Holiday;
import io.omniflow.sla.calendar.domain.OpenInterval;
import io.omniflow.sla.calendar.domain.Opening;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The arithmetic of a calendar, in its newest version. Empty answers: there is no such calendar. */
@ApplicationScoped
public class AskCalendars {
    private final SeeCalendars calendars;
    private final ReckonedCalendars reckoned;

    AskCalendars(SeeCalendars calendars, ReckonedCalendars reckoned) {
        this.calendars = calendars;
        this.reckoned = reckoned;
    }

    /** When that much open time has passed, by which version. */
    public record Due(Instant at, long version) {}

    /** What is open between two instants, and the holidays of the days they lie in. */
    public record Preview(KeptCalendar calendar, List<OpenInterval> open, List<Holiday> holidays) {}

    public Uni<Optional<Due>> due(WorkspaceId workspace, UUID id, Instant start, Duration duration) {
        return calendars
                .find(workspace, id)
                .map(found -> found.map(calendar ->
                        new Due(reckoned.of(workspace, calendar).after(start, duration), calendar.version())));
    }

    public Uni<Optional<Preview>> preview(WorkspaceId workspace, UUID id, Instant from, Instant to) {
        return calendars
                .find(workspace, id)
                .map(found -> found.map(calendar -> preview(workspace, calendar, from, to)));
    }

    private Preview preview(WorkspaceId workspace, KeptCalendar calendar, Instant from, Instant to) {
        List<OpenInterval> open =
                switch (reckoned.of(workspace, calendar)) {
                    case BusinessHours hours -> hours.intervals(from, to);
                    default -> List.of(new OpenInterval(from, to));
                };
        return new Preview(calendar, open, holidays(calendar.definition().opening(), from, to));
    }

    private static List<Holiday> holidays(Opening opening, Instant from, Instant to) {
        return switch (opening) {
            case Opening.Always() -> List.of();
            case Opening.Weekly weekly -> {
                LocalDate first = from.atZone(weekly.zone()).toLocalDate();
                LocalDate last = to.atZone(weekly.zone()).toLocalDate();
                yield weekly.holidays().stream()
                        .filter(holiday -> !holiday.date().isBefore(first)
                                && !holiday.date().isAfter(last))
                        .toList();
            }
        };
    }
}
