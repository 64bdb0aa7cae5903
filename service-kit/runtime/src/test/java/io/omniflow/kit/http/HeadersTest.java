package io.omniflow.kit.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersTest {
    @Test
    void an_etag_is_a_version_both_ways() {
        assertEquals(Optional.of(3L), ETags.ifMatch(ETags.of(3)));
        assertEquals(Optional.empty(), ETags.ifMatch(null));
        assertEquals(Optional.empty(), ETags.ifMatch(" * "));
        assertEquals(
                428,
                assertThrows(HttpProblem.class, () -> ETags.ifMatchRequired(null))
                        .getStatusCode());
        assertEquals(
                412,
                assertThrows(HttpProblem.class, () -> ETags.check(Optional.of(2L), 3))
                        .getStatusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "W/\"3\"", "\"3\",\"4\"", "\"x\"", "\"\"", "\"99999999999999999999\""})
    void what_is_no_etag_of_ours_is_malformed(String header) {
        assertEquals(
                400,
                assertThrows(HttpProblem.class, () -> ETags.ifMatch(header)).getStatusCode());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "none|0",
                "wait=5|5",
                "respond-async, wait=10|10",
                "WAIT = \"7\" ; x=y|7",
                "wait=999999999|30",
                "wait=-1|0",
                "wait=5s|0",
                "await=5|0",
                "wait|10",
                "respond-async, wait ; x|10",
                "waits|0"
            })
    void a_preference_to_wait_is_taken_up_to_a_bound(String header, long seconds) {
        assertEquals(Duration.ofSeconds(seconds), Prefer.wait(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a", "/%C3%A4", "/a?b=%20+", "/%F0%9F%98%80", "*"})
    void text_is_a_readable_uri(String uri) {
        assertTrue(RequestUris.readable(uri));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%", "/%4", "/%zz", "/%00", "/?x=%00", "/%ff", "/%C3", "/%ED%A0%80", "/\u00e4"})
    void what_makes_no_text_is_not(String uri) {
        assertFalse(RequestUris.readable(uri));
    }
}
