package io.omniflow.integration.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinearAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 429})
    void a_rate_limit_is_one_under_any_status(int status) {
        assertInstanceOf(
                LinearAnswer.Throttled.class,
                read(status, "{\"errors\":[{\"message\":\"slow\",\"extensions\":{\"code\":\"RATELIMITED\"}}]}"));
    }

    @Test
    void a_429_without_a_body_is_a_rate_limit() {
        assertInstanceOf(LinearAnswer.Throttled.class, read(429, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "invalid input, Refused",
        "graphql error, Refused",
        "usage limit exceeded, Refused",
        "user error, Refused",
        "authentication error, Unauthorized",
        "forbidden, Unauthorized",
        "network error, Unclear",
        "internal error, Unclear",
        "lock timeout, Unclear",
        "unknown, Unclear",
        "other, Unclear",
        "never heard of, Unclear"
    })
    void errors_are_told_apart_by_their_type(String type, String kind) {
        LinearAnswer answer = read(
                200, "{\"errors\":[{\"message\":\"m\",\"extensions\":{\"type\":\"" + type + "\"}}],\"data\":null}");

        assertEquals(kind, answer.getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "403, Unauthorized", "404, Refused", "500, Unclear", "503, Unclear"})
    void a_status_alone_decides_where_there_is_no_error(int status, String kind) {
        assertEquals(kind, read(status, "{}").getClass().getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": {\"issueCr", "<html>", "", "[]", "null", "{\"data\":null}"})
    void what_cannot_be_read_leaves_the_outcome_open(String body) {
        assertInstanceOf(LinearAnswer.Unclear.class, read(200, body));
    }

    @Test
    void what_linear_means_for_people_is_told() {
        LinearAnswer answer = read(
                400,
                "{\"errors\":[{\"message\":\"Argument Validation Error\",\"extensions\":{\"type\":\"invalid input\","
                        + "\"userPresentableMessage\":\"The team does not exist.\"}}]}");

        assertEquals(
                "The team does not exist.",
                assertInstanceOf(LinearAnswer.Refused.class, answer).message());
    }

    @Test
    void data_is_data() {
        LinearAnswer answer = read(200, "{\"data\":{\"viewer\":{\"id\":\"1\"}}}");

        assertEquals(
                "1",
                assertInstanceOf(LinearAnswer.Data.class, answer)
                        .data()
                        .path("viewer")
                        .path("id")
                        .asText());
    }

    @Test
    void retry_after_is_seconds_or_a_date() {
        assertEquals(Optional.of(Duration.ofSeconds(7)), asked(Map.of("Retry-After", "7")));
        assertEquals(
                Optional.of(Duration.ofSeconds(30)), asked(Map.of("Retry-After", "Tue, 24 Nov 2026 10:00:30 GMT")));
        assertEquals(Optional.empty(), asked(Map.of("Retry-After", "soon")));
    }

    @Test
    void without_it_the_exhausted_limit_tells_when_it_is_over() {
        Map<String, String> headers = Map.of(
                "x-ratelimit-requests-remaining",
                "0",
                "x-ratelimit-requests-reset",
                String.valueOf(NOW.plusSeconds(90).toEpochMilli()),
                "x-ratelimit-complexity-remaining",
                "9000",
                "x-ratelimit-complexity-reset",
                String.valueOf(NOW.plusSeconds(900).toEpochMilli()));

        assertEquals(Optional.of(Duration.ofSeconds(90)), asked(headers));
    }

    @Test
    void a_reset_in_the_past_asks_for_nothing() {
        assertEquals(
                Optional.empty(),
                asked(Map.of(
                        "x-ratelimit-requests-reset",
                        String.valueOf(NOW.minusSeconds(5).toEpochMilli()))));
    }

    private static LinearAnswer read(int status, String body) {
        return LinearAnswers.read(status, body, _ -> null, NOW);
    }

    private static Optional<Duration> asked(Map<String, String> headers) {
        return LinearPauses.asked(headers::get, NOW);
    }
}
