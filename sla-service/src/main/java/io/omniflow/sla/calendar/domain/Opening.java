package io.omniflow.sla.calendar.domain;

import io.omniflow.sla.clock.domain.AlwaysOpen;
import io.omniflow.sla.clock.domain.Calendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** When a calendar is open, as somebody wrote it down. */
public sealed interface Opening {

    /** Ready to reckon with. For business hours this costs some milliseconds: keep what it answers. */
    Calendar calendar();

    /** 24×7. */
    record Always() implements Opening {
        @Override
        public Calendar calendar() {
            return new AlwaysOpen();
        }
    }

    /**
     * Hours that come back every week, less the holidays.
     *
     * @param hours by the day they begin on, never overlapping, also not across midnight or the end of the week
     * @param holidays in the order of time, never overlapping
     */
    record Weekly(ZoneId zone, Map<DayOfWeek, List<Hours>> hours, List<Holiday> holidays) implements Opening {
        public Weekly {
            Map<DayOfWeek, List<Hours>> own = new EnumMap<>(DayOfWeek.class);
            hours.forEach((day, several) -> own.put(day, List.copyOf(several)));
            hours = Map.copyOf(own);
            holidays = holidays.stream()
                    .sorted(Comparator.comparing(Holiday::date).thenComparing(Holiday::from))
                    .toList();
        }

        @Override
        public Calendar calendar() {
            return BusinessHours.of(this);
        }

        public List<Hours> on(DayOfWeek day) {
            return hours.getOrDefault(day, List.of());
        }

        List<Holiday> holidaysOn(LocalDate day) {
            return holidays.stream()
                    .filter(holiday -> holiday.date().equals(day))
                    .toList();
        }
    }
}
