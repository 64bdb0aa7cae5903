package io.omniflow.kit.json;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;

/**
 * The text forms of the API, for JSON and for URLs alike. Each answers {@link IllegalArgumentException} with a message fit
 * for the caller.
 */
public final class Scalars {
    private static final int UUID_LENGTH = 36;
    private static final int DATE_LENGTH = 10;
    private static final int LONGEST = 64;

    private Scalars() {}

    public static UUID uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            throw new IllegalArgumentException("Must be a UUID in its usual form");
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException("Must be a UUID in its usual form", malformed);
        }
    }

    /** RFC 3339, years 0001 to 9998: four digits in every time zone. */
    public static Instant instant(String text) {
        return parsed(text, "Must be an RFC 3339 timestamp such as 2026-11-24T09:30:00.000Z", value -> {
            OffsetDateTime time = OffsetDateTime.parse(value);
            if (time.getYear() < 1 || time.getYear() > 9998) {
                throw new DateTimeException("year out of range");
            }
            return time.toInstant();
        });
    }

    public static Duration duration(String text) {
        return parsed(text, "Must be an ISO 8601 duration such as PT8H", value -> {
            Duration duration = Duration.parse(value);
            if (duration.abs().compareTo(Duration.ofDays(366_000)) > 0) {
                throw new DateTimeException("out of range");
            }
            return duration;
        });
    }

    public static LocalDate date(String text) {
        return parsed(text, "Must be a date such as 2026-11-24", value -> {
            if (value.length() != DATE_LENGTH) {
                throw new DateTimeException("not four digits of year");
            }
            return LocalDate.parse(value);
        });
    }

    public static LocalTime time(String text) {
        return parsed(text, "Must be a time of day such as 09:00", LocalTime::parse);
    }

    public static ZoneId zone(String text) {
        return parsed(text, "Must be a time zone such as Europe/Berlin", ZoneId::of);
    }

    private static <T> T parsed(String text, String refusal, Function<String, T> parse) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException(refusal);
        }
        try {
            return parse.apply(text);
        } catch (DateTimeException | ArithmeticException malformed) {
            throw new IllegalArgumentException(refusal, malformed);
        }
    }
}
