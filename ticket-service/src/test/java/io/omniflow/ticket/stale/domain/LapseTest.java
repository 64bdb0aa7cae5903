package io.omniflow.ticket.stale.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LapseTest {
    @Test
    void whole_days_are_days_and_anything_else_is_time() {
        assertEquals(Optional.of(new Lapse.Days(30)), Lapse.parse("P30D"));
        assertEquals(Optional.of(new Lapse.Days(3650)), Lapse.parse("P3650D"));
        assertEquals(Optional.of(new Lapse.Time(Duration.ofDays(3))), Lapse.parse("PT72H"));
        assertEquals(Optional.of(new Lapse.Time(Duration.ofHours(36))), Lapse.parse("P1DT12H"));
        assertEquals(Optional.of(new Lapse.Time(Duration.ofSeconds(1))), Lapse.parse("PT1.0000001S"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P30D", "PT72H", "PT2S", "PT36H", "P1D"})
    void what_is_stored_reads_back_as_it_was(String text) {
        assertEquals(text, Lapse.parse(text).orElseThrow().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "30",
                "30 days",
                "P",
                "P1M",
                "P2W",
                "P1Y",
                "P0D",
                "PT0S",
                "PT0.9S",
                "-P3D",
                "P-3D",
                "P3651D",
                "PT87601H",
                "P99999999999999D",
                "P9223372036854775807D"
            })
    void what_is_no_span_or_out_of_bounds_is_none(String text) {
        assertEquals(Optional.empty(), Lapse.parse(text));
    }
}
