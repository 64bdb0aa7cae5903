package io.omniflow.sla.calendar.ical;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.DurationProperty;
import biweekly.property.Summary;
import biweekly.util.ICalDate;
import io.omniflow.sla.calendar.domain.Holiday;
import io.omniflow.sla.calendar.domain.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One event of a file. */
final class EventReading {
    private static final String NAMELESS = "Holiday";
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final TimezoneInfo zones;
    private final VEvent event;
    private final Repeats repeats;

    EventReading(TimezoneInfo zones, VEvent event, Repeats repeats) {
        this.zones = zones;
        this.event = event;
        this.repeats = repeats;
    }

    List<Occasion> occasions() {
        @Nullable DateStart start = event.getDateStart();
        @Nullable ICalDate begin = start == null ? null : start.getValue();
        boolean isCancelled = event.getStatus() != null && event.getStatus().isCancelled();
        if (start == null || begin == null || isCancelled) {
            return List.of();
        }
        Duration lasts = lasts(begin);
        @Nullable TimeZone assigned = zone(start);
        if (!begin.hasTime()) {
            return beginnings(begin, TimeZone.getDefault())
                    .<Occasion>map(each -> days(each, lasts))
                    .toList();
        }
        if (zones.isFloating(start)) {
            return beginnings(begin, TimeZone.getDefault())
                    .<Occasion>map(each -> new Occasion.AtWallTime(
                            name(), wall(each), wall(each).plus(lasts)))
                    .toList();
        }
        return beginnings(begin, assigned == null ? TimeZone.getTimeZone("UTC") : assigned)
                .<Occasion>map(each -> new Occasion.AtInstant(name(), each, each.plus(lasts)))
                .toList();
    }

    private Stream<Instant> beginnings(ICalDate first, TimeZone zone) {
        return repeats.beginnings(event, first.toInstant(), zone).stream();
    }

    private Occasion days(Instant begin, Duration lasts) {
        LocalDate first = wall(begin).toLocalDate();
        // a day during which clocks change has not 24 hours
        long days = Math.max(1, Math.round(lasts.toHours() / 24.0));
        return new Occasion.Days(name(), first, first.plusDays(days - 1));
    }

    /** By its end, which is the first instant after it, or else by its duration; without both, a day or nothing. */
    private Duration lasts(ICalDate begin) {
        @Nullable DateEnd end = event.getDateEnd();
        if (end != null && end.getValue() != null) {
            return Duration.between(begin.toInstant(), end.getValue().toInstant());
        }
        @Nullable DurationProperty duration = event.getDuration();
        if (duration != null && duration.getValue() != null) {
            return Duration.ofMillis(duration.getValue().toMillis());
        }
        return begin.hasTime() ? Duration.ZERO : Duration.ofDays(1);
    }

    private @Nullable TimeZone zone(DateStart start) {
        @Nullable TimezoneAssignment assignment = zones.getTimezone(start);
        return assignment == null ? null : assignment.getTimeZone();
    }

    /** The library reads dates and wall times without a zone as such of the machine. */
    private static LocalDateTime wall(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
    }

    private String name() {
        @Nullable Summary summary = event.getSummary();
        @Nullable String text = summary == null ? null : summary.getValue();
        String name = text == null ? "" : CONTROLS.matcher(text).replaceAll(" ").strip();
        if (name.isEmpty()) {
            return NAMELESS;
        }
        if (name.length() <= Holiday.LONGEST_NAME) {
            return name;
        }
        boolean splitsPair = Character.isHighSurrogate(name.charAt(Holiday.LONGEST_NAME - 1));
        return name.substring(0, Holiday.LONGEST_NAME - (splitsPair ? 1 : 0)).strip();
    }
}
