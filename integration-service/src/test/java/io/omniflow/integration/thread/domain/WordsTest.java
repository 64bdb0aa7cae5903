package io.omniflow.integration.thread.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT59.9S, 59 s",
        "PT1M, 1 min",
        "PT4H, 4 h",
        "PT2H30M59S, 2 h 30 min",
        "PT72H, 3 d",
        "P1DT1M, 1 d 1 min"
    })
    void durations_are_told_in_whole_minutes(Duration duration, String words) {
        assertEquals(words, Words.time(duration));
    }

    @Test
    void times_say_which_zone_they_are_in() {
        assertEquals(
                "Resolution: 90 % of its time is used, due 3 Dec 2026 09:05 UTC",
                Words.warned("Resolution", 90, Instant.parse("2026-12-03T09:05:00Z")));
        assertEquals("Resolution: 90 % of its time is used", Words.warned("Resolution", 90, null));
    }

    @Test
    void assignees_are_told_without_names() {
        assertEquals("Somebody is assigned now", Words.assigned(null, UUID.randomUUID()));
        assertEquals("Somebody else is assigned now", Words.assigned(UUID.randomUUID(), UUID.randomUUID()));
        assertEquals("Nobody is assigned any more", Words.assigned(UUID.randomUUID(), null));
    }
}
