package io.omniflow.sla.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.sla.clock.domain.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void only_watermarks_further_apart_than_they_may_be_are_a_silence() {
        assertEquals(List.of(), silences(Optional.empty(), 0, 10, 20));
        assertEquals(List.of(silence(21, 32)), silences(Optional.of(at(1)), 11, 21, 32, 33));
        assertEquals(List.of(silence(0, 100)), silences(Optional.of(at(0)), 100));
    }

    @Test
    void what_was_told_before_is_none() {
        assertEquals(List.of(), silences(Optional.of(at(100)), 20, 30, 101));
        assertEquals(List.of(silence(100, 120)), silences(Optional.of(at(100)), 20, 40, 120));
    }

    private static List<Silence> silences(Optional<Instant> last, long... told) {
        return TakeWatermarks.silences(
                last,
                LongStream.of(told)
                        .mapToObj(second -> new Watermarks.Watermark("t", at(second), List.of()))
                        .toList(),
                Duration.ofSeconds(10));
    }

    private static Silence silence(long from, long until) {
        return new Silence(at(from), at(until));
    }

    private static Instant at(long second) {
        return START.plusSeconds(second);
    }
}
