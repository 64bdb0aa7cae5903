package io.omniflow.integration.jira;

import io.omniflow.integration.jira.JiraAnswers.ResponseHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long Jira asks to wait: {@code Retry-After} in seconds or as a date, else the instant in {@code X-RateLimit-Reset},
 * which Jira writes to the minute.
 */
final class JiraPauses {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");
    private static final DateTimeFormatter TO_THE_MINUTE = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd'T'HH:mm[:ss][.SSS]")
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT);

    private JiraPauses() {}

    static Optional<Duration> asked(ResponseHeaders headers, Instant now) {
        return retryAfter(headers.get("Retry-After"), now)
                .or(() -> exhausted(headers.get("X-RateLimit-Remaining"))
                        ? reset(headers.get("X-RateLimit-Reset"), now)
                        : Optional.empty());
    }

    private static Optional<Duration> retryAfter(@Nullable String value, Instant now) {
        if (value == null) {
            return Optional.empty();
        }
        if (DIGITS.matcher(value.strip()).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value.strip())));
        }
        try {
            Instant until = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
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
        if (value == null) {
            return Optional.empty();
        }
        try {
            return positive(Duration.between(
                    now, OffsetDateTime.parse(value.strip(), TO_THE_MINUTE).toInstant()));
        } catch (DateTimeException noInstant) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> positive(Duration wait) {
        return wait.isPositive() ? Optional.of(wait) : Optional.empty();
    }
}
