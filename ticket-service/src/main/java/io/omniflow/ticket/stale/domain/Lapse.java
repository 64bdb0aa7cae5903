package io.omniflow.ticket.stale.domain;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A span as a policy states it, ISO 8601: whole days, {@code P30D}, or time, {@code PT2H} or {@code P1DT12H}. */
public sealed interface Lapse {
    Duration LEAST = Duration.ofSeconds(1);
    Duration MOST = Duration.ofDays(3650);
    Pattern DAYS = Pattern.compile("P(\\d{1,4})D");

    /** As it is read back. */
    String text();

    /** The least it can come to: working days may lie further apart than days. */
    Duration least();

    record Days(int days) implements Lapse {
        @Override
        public String text() {
            return "P" + days + "D";
        }

        @Override
        public Duration least() {
            return Duration.ofDays(days);
        }
    }

    record Time(Duration time) implements Lapse {
        @Override
        public String text() {
            return time.toString();
        }

        @Override
        public Duration least() {
            return time;
        }
    }

    /** Empty for what is no span, or not between {@link #LEAST} and {@link #MOST}; finer than milliseconds is cut off. */
    static Optional<Lapse> parse(String text) {
        try {
            Duration time = Duration.ofMillis(Duration.parse(text).toMillis());
            if (time.compareTo(LEAST) < 0 || time.compareTo(MOST) > 0) {
                return Optional.empty();
            }
            return Optional.of(
                    DAYS.matcher(text).matches() ? new Days(Math.toIntExact(time.toDays())) : new Time(time));
        } catch (DateTimeParseException | ArithmeticException notOne) {
            return Optional.empty();
        }
    }
}
