package io.omniflow.sla.calendar.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wall time to the minute. 24:00 is the end of the day, which {@link java.time.LocalTime} does not know.
 *
 * @param minute since midnight, 0 to 1440
 */
public record DayTime(int minute) implements Comparable<DayTime> {
    public static final DayTime START = new DayTime(0);
    public static final DayTime END = new DayTime(1_440);

    private static final Pattern FORM = Pattern.compile("([01][0-9]|2[0-4]):([0-5][0-9])");

    /** Empty for anything but 00:00 to 24:00. */
    public static Optional<DayTime> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        int minute = Integer.parseInt(form.group(1)) * 60 + Integer.parseInt(form.group(2));
        return minute > END.minute ? Optional.empty() : Optional.of(new DayTime(minute));
    }

    @Override
    public int compareTo(DayTime other) {
        return Integer.compare(minute, other.minute);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%02d:%02d", minute / 60, minute % 60);
    }
}
