package io.omniflow.integration.linear;

import io.omniflow.integration.linear.LinearAnswers.ResponseHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How long Linear asks to wait: {@code Retry-After} in seconds or as a date, else the later of the exhausted limits'
 * reset instants, which are milliseconds since 1970.
 */
final class LinearPauses {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

    private LinearPauses() {}

    static Optional<Duration> asked(ResponseHeaders headers, Instant now) {
        return retryAfter(headers.get("Retry-After"), now).or(() -> Stream.of("requests", "complexity")
                .filter(limit -> exhausted(headers.get("x-ratelimit-" + limit + "-remaining")))
                .flatMap(limit -> reset(headers.get("x-ratelimit-" + limit + "-reset"), now).stream())
                .max(Duration::compareTo));
    }

    private static Optional<Duration> retryAfter(@Nullable String value, Instant now) {
        if (value == null) {
            return Optional.empty();
        }
        if (DIGITS.matcher(value.strip()).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
        }
        try {
            Instant until = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return positive(Duration.between(now, until));
        } catch (DateTimeException neitherSecondsNorDate) {
            return Optional.empty();
        }
    }

    private static boolean exhausted(@Nullable String remaining) {
        return remaining == null || remaining.strip().equals("0");
    }

    private static Optional<Duration> reset(@Nullable String value, Instant now) {
        return value == null || !DIGITS.matcher(value.strip()).matches()
                ? Optional.empty()
                : positive(Duration.between(now, Instant.ofEpochMilli(Long.parseLong(value.strip()))));
    }

    private static Optional<Duration> positive(Duration wait) {
        return wait.isPositive() ? Optional.of(wait) : Optional.empty();
    }
}
