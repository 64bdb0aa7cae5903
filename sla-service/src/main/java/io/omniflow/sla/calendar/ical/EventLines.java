package io.omniflow.sla.calendar.ical;

import io.omniflow.kit.problem.Problems;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a file that tell of holidays, and no others. What else a file may hold is kept from the library: rules in the
 * file's own time zones make it reckon for minutes, dates that are none it bends into others.
 */
final class EventLines {
    static final int MOST_EVENTS = 5_000;

    private static final Pattern FOLD = Pattern.compile("\\r?\\n[ \\t]");
    private static final Pattern LINE = Pattern.compile("\\r?\\n");
    private static final Pattern WANTED = Pattern.compile(
            "(?:DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|SUMMARY|STATUS)[;:].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ZONE = Pattern.compile("^[^:]*;TZID=\"?([^;:\"]*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern END = Pattern.compile("DT(?:START|END)[;:].*", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME = Pattern.compile(
            ".*:([0-9]{4})([0-9]{2})([0-9]{2})(?:T([0-9]{2})([0-9]{2})([0-9]{2})Z?)?", Pattern.CASE_INSENSITIVE);

    private final List<String> kept = new ArrayList<>();
    private int events;
    /** How many components deep within an event; zero outside. */
    private int depth;

    private EventLines() {}

    /** Fails with 400 for what is no iCalendar file, with 422 for too many events and for dates and zones that are none. */
    static String of(String file) {
        String unfolded = FOLD.matcher(file.startsWith("\uFEFF") ? file.substring(1) : file)
                .replaceAll("");
        String[] lines = LINE.split(unfolded.strip());
        if (!lines[0].strip().equalsIgnoreCase("BEGIN:VCALENDAR")) {
            throw Problems.malformed("", "Must be an iCalendar file: BEGIN:VCALENDAR …");
        }
        EventLines reading = new EventLines();
        reading.kept.add("BEGIN:VCALENDAR");
        reading.kept.add("VERSION:2.0");
        for (String line : lines) {
            reading.take(line.strip());
        }
        reading.close();
        reading.kept.add("END:VCALENDAR");
        return String.join("\r\n", reading.kept);
    }

    private void take(String line) {
        boolean begins = startsWith(line, "BEGIN:");
        if (depth == 0 && begins && line.equalsIgnoreCase("BEGIN:VEVENT")) {
            if (++events > MOST_EVENTS) {
                throw Problems.invalid("", "may hold at most " + MOST_EVENTS + " events");
            }
            kept.add("BEGIN:VEVENT");
            depth = 1;
        } else if (depth > 0 && begins) {
            depth++;
        } else if (depth > 1 && startsWith(line, "END:")) {
            depth--;
        } else if (depth == 1 && startsWith(line, "END:")) {
            close();
        } else if (depth == 1 && WANTED.matcher(line).matches()) {
            check(line);
            kept.add(line);
        }
    }

    /** The last event of a file that was cut off ends there. */
    private void close() {
        if (depth > 0) {
            kept.add("END:VEVENT");
            depth = 0;
        }
    }

    private static void check(String line) {
        Matcher zone = ZONE.matcher(line);
        if (zone.find() && !ZoneId.getAvailableZoneIds().contains(zone.group(1))) {
            throw Problems.invalid("", "names a time zone that is none, such as Europe/Berlin is one: " + shown(line));
        }
        if (END.matcher(line).matches() && !isTime(line)) {
            throw Problems.invalid("", "has a date that is none: " + shown(line));
        }
    }

    private static boolean isTime(String line) {
        Matcher time = TIME.matcher(line);
        if (!time.matches()) {
            return false;
        }
        try {
            LocalDate date = LocalDate.of(number(time, 1), number(time, 2), number(time, 3));
            // a leap second is the one before it
            LocalTime of = time.group(4) == null
                    ? LocalTime.MIN
                    : LocalTime.of(number(time, 4), number(time, 5), Math.min(number(time, 6), 59));
            return date.atTime(of).getYear() > 0;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static int number(Matcher time, int group) {
        return Integer.parseInt(time.group(group));
    }

    private static boolean startsWith(String line, String word) {
        return line.regionMatches(true, 0, word, 0, word.length());
    }

    private static String shown(String line) {
        return line.length() <= 100 ? line : line.substring(0, 100);
    }
}
