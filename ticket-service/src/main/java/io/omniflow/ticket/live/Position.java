package io.omniflow.ticket.live;

import io.omniflow.kit.problem.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a listener has come. Changes are told in the order of (transaction, number), and only those below the oldest open
 * transaction, for what commits late must not be behind a listener. {@code at} tells whether the changes after it are still
 * kept.
 */
public record Position(long transaction, long number, Instant at) {
    /** Changes are kept for an hour; some minutes less, since they are thrown away by another clock. */
    private static final Duration KEPT = Duration.ofMinutes(55);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})[.]([0-9]{1,19})[.]([0-9]{1,11})");

    /** Where a stream goes on; empty where it begins. Throws 400 for what was not made by {@link #text}. */
    public static Optional<Position> ofLastEvent(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(read(lastEventId)
                .orElseThrow(() -> Problems.malformed("Last-Event-ID", "is not the id of an event of this stream")));
    }

    /** Empty for what was not made by {@link #text}. */
    public static Optional<Position> read(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Position(
                    Long.parseLong(parts.group(1)),
                    Long.parseLong(parts.group(2)),
                    Instant.ofEpochSecond(Long.parseLong(parts.group(3)))));
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** The id of an event. */
    public String text() {
        return transaction + "." + number + "." + at.getEpochSecond();
    }

    boolean isLost(Instant now) {
        return at.plus(KEPT).isBefore(now);
    }

    Position at(Instant time) {
        return new Position(transaction, number, time);
    }
}
