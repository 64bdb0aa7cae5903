package io.omniflow.integration.hook.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    @Test
    void seconds_and_dates_are_read() {
        assertEquals(Optional.of(Duration.ofMinutes(2)), RetryAfter.of(" 120 ", NOW));
        assertEquals(Optional.of(Duration.ofMinutes(1)), RetryAfter.of("Sat, 28 Nov 2026 10:01:00 GMT", NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1.5", "99999999999999999999", "Sat, 28 Nov 2026 09:00:00 GMT"})
    void whatever_says_nothing_is_passed_over(String header) {
        assertEquals(Optional.empty(), RetryAfter.of(header, NOW));
        assertEquals(Optional.empty(), RetryAfter.of(null, NOW));
    }
}
