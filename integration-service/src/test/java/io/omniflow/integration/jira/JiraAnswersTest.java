package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JiraAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-28T10:00:30Z");

    @ParameterizedTest
    @CsvSource({
        "200, Data",
        "201, Data",
        "204, Data",
        "202, Unclear",
        "302, Refused",
        "400, Refused",
        "401, Unauthorized",
        "403, Unauthorized",
        "404, Missing",
        "408, Unclear",
        "409, Unclear",
        "410, Missing",
        "413, Refused",
        "422, Refused",
        "429, Throttled",
        "500, Unclear",
        "503, Unclear"
    })
    void the_status_decides(int status, String kind) {
        assertEquals(kind, read(status, "{}").getClass().getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": \"100", "<html>", "", "null", "\"x\""})
    void what_cannot_be_read_leaves_the_outcome_open(String body) {
        assertInstanceOf(JiraAnswer.Unclear.class, read(201, body));
    }

    @Test
    void what_jira_says_is_told_and_the_fields_it_objects_to() {
        JiraAnswer answer = read(
                400,
                "{\"errorMessages\":[\"It failed\"],\"errors\":{\"priority\":\"is not on the screen\","
                        + "\"summary\":\"is empty\"}}");

        assertEquals(
                new JiraAnswer.Refused(
                        "It failed; priority: is not on the screen; summary: is empty", Set.of("priority", "summary")),
                answer);
    }

    @Test
    void an_answer_without_words_is_told_by_its_status() {
        assertEquals(new JiraAnswer.Missing("Jira answered 404"), read(404, "<html>"));
    }

    @Test
    void a_failed_login_is_one_whatever_the_status() {
        assertInstanceOf(
                JiraAnswer.Unauthorized.class,
                JiraAnswers.read(404, "{}", Map.of("X-Seraph-LoginReason", "AUTHENTICATED_FAILED")::get, NOW));
    }

    @ParameterizedTest
    @CsvSource({"7, PT7S", "'Sat, 28 Nov 2026 10:01:00 GMT', PT30S", "'Sat, 28 Nov 2026 10:00:00 GMT', ", "soon, "})
    void retry_after_is_seconds_or_a_date(String value, Duration wait) {
        assertEquals(Optional.ofNullable(wait), asked(Map.of("Retry-After", value)));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-28T10:02Z, PT1M30S",
        "2026-11-28T10:01:30Z, PT1M",
        "2026-11-28T10:01:30.500Z, PT1M0.5S",
        "2026-11-28T12:02+02:00, PT1M30S",
        "2026-11-28T10:00Z, ",
        "1700000000, "
    })
    void without_it_the_reset_counts(String value, Duration wait) {
        assertEquals(Optional.ofNullable(wait), asked(Map.of("X-RateLimit-Reset", value)));
    }

    @Test
    void the_reset_of_a_limit_that_is_not_exhausted_does_not_count() {
        assertEquals(
                Optional.empty(),
                asked(Map.of("X-RateLimit-Reset", "2026-11-28T10:02Z", "X-RateLimit-Remaining", "3")));
    }

    @Test
    void a_failing_jira_may_ask_for_a_pause_too() {
        assertEquals(
                new JiraAnswer.Unclear("Jira answered 503", Optional.of(Duration.ofSeconds(9))),
                JiraAnswers.read(503, "", Map.of("Retry-After", "9")::get, NOW));
    }

    private static JiraAnswer read(int status, String body) {
        return JiraAnswers.read(status, body, _ -> null, NOW);
    }

    private static Optional<Duration> asked(Map<String, String> headers) {
        return JiraPauses.asked(headers::get, NOW);
    }
}
