package io.omniflow.integration.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackAnswersTest {
    @Test
    void what_is_ok_is_data() {
        assertInstanceOf(SlackAnswer.Data.class, SlackAnswers.read(200, "{\"ok\": true}", null));
    }

    @Test
    void too_many_calls_are_told_by_status_or_by_code_and_may_say_how_long() {
        assertEquals(Optional.of(Duration.ofSeconds(30)), throttled(429, "", "30"));
        assertEquals(Optional.empty(), throttled(429, "", null));
        assertEquals(Optional.empty(), throttled(429, "", "Wed, 21 Oct 2026 07:28:00 GMT"));
        assertEquals(
                Optional.of(Duration.ofSeconds(1)),
                throttled(200, "{\"ok\": false, \"error\": \"ratelimited\"}", " 1 "));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "invalid_auth, Slack does not know the bot token (invalid_auth)",
                "token_revoked, The bot token was revoked (token_revoked)"
            })
    void a_token_that_is_not_taken_is_told_in_plain_words(String code, String words) {
        assertEquals(new SlackAnswer.Unauthorized(code, words), refused(code));
    }

    @Test
    void a_permission_that_lacks_is_named() {
        assertEquals(
                new SlackAnswer.Unauthorized(
                        "missing_scope", "The app lacks a permission: channels:history (missing_scope)"),
                SlackAnswers.read(
                        200, "{\"ok\": false, \"error\": \"missing_scope\", \"needed\": \"channels:history\"}", null));
    }

    @Test
    void a_refusal_without_words_of_our_own_carries_slacks() {
        assertEquals(new SlackAnswer.Refused("no_text", "Slack refused (no_text)"), refused("no_text"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
    void what_passes_by_itself_is_tried_again(String code) {
        assertInstanceOf(SlackAnswer.Unclear.class, refused(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"ok\": \"yes\"}", "<html>", "{\"ok\": tr"})
    void what_is_no_answer_leaves_it_open_whether_it_was_done(String body) {
        assertInstanceOf(SlackAnswer.Unclear.class, SlackAnswers.read(200, body, null));
        assertInstanceOf(SlackAnswer.Unclear.class, SlackAnswers.read(503, body, null));
    }

    private static SlackAnswer refused(String code) {
        return SlackAnswers.read(200, "{\"ok\": false, \"error\": \"" + code + "\"}", null);
    }

    private static Optional<Duration> throttled(int status, String body, @Nullable String after) {
        return assertInstanceOf(SlackAnswer.Throttled.class, SlackAnswers.read(status, body, after))
                .pause();
    }
}
