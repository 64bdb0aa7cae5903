package io.omniflow.integration.thread.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lines that are told, in plain text. Readers sit in many time zones, so times are in UTC and say so. */
public final class Words {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    public static String status(Progress before, Progress after) {
        return "Status: " + before.words() + " → " + after.words();
    }

    /** Who it is is not known here, only that it is somebody else. */
    public static String assigned(@Nullable Object before, @Nullable Object after) {
        if (after == null) {
            return "Nobody is assigned any more";
        }
        return before == null ? "Somebody is assigned now" : "Somebody else is assigned now";
    }

    /** @param clock as {@code First response} */
    public static String warned(String clock, int percent, @Nullable Instant dueAt) {
        String used = clock + ": " + percent + " % of its time is used";
        return dueAt == null ? used : used + ", due " + TIME.format(dueAt);
    }

    public static String breached(String clock, Duration target, Instant at) {
        return clock + ": target of " + time(target) + " missed at " + TIME.format(at);
    }

    public static String withdrawn(String clock, Instant at) {
        return clock + ": not missed after all; what was told of " + TIME.format(at) + " is withdrawn";
    }

    public static String met(String clock, Duration counted) {
        return clock + ": met after " + time(counted);
    }

    public static String stale(Instant graceUntil) {
        return "Waiting for long; unless something happens its grace ends " + TIME.format(graceUntil);
    }

    public static String merged() {
        return "Merged into another ticket, where it goes on";
    }

    public static String absorbed() {
        return "Another ticket was merged into this one";
    }

    public static String mergeUndone() {
        return "A merge with another ticket was undone";
    }

    public static String linked(String key, String url) {
        return "Handed to engineering as " + key + ": " + url;
    }

    /** Whole minutes; seconds where it is less than one. */
    static String time(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) < 0) {
            return duration.toSeconds() + " s";
        }
        StringBuilder words = new StringBuilder();
        add(words, duration.toDaysPart(), " d");
        add(words, duration.toHoursPart(), " h");
        add(words, duration.toMinutesPart(), " min");
        return words.toString();
    }

    private static void add(StringBuilder words, long amount, String unit) {
        if (amount > 0) {
            words.append(words.isEmpty() ? "" : " ").append(amount).append(unit);
        }
    }
}
