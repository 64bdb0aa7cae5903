package io.omniflow.integration.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** What came back from Slack, read by what it means for the next step. */
sealed interface SlackAnswer {

    record Data(JsonNode data) implements SlackAnswer {}

    /** The token is not accepted, or not for this. {@code code} is Slack's. */
    record Unauthorized(String code, String message) implements SlackAnswer {}

    /** Understood and refused; the same again would be refused again. */
    record Refused(String code, String message) implements SlackAnswer {}

    /** Too many calls; nothing was done. */
    record Throttled(String message, Optional<Duration> pause) implements SlackAnswer {}

    /** No usable answer: what was asked may or may not have been done. */
    record Unclear(String message, Optional<Duration> pause) implements SlackAnswer {}

    /** Not sent: our own pace or circuit breaker held it back. */
    record NotSent(String message, Duration pause) implements SlackAnswer {}
}
