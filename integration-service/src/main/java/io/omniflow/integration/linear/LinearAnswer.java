package io.omniflow.integration.linear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;

/** What came back from Linear, read by what it means for the next step. {@code message} is in Linear's own words. */
sealed interface LinearAnswer {

    record Data(JsonNode data) implements LinearAnswer {}

    /** The key is not accepted, or not for this. */
    record Unauthorized(String message) implements LinearAnswer {}

    /** Understood and refused; the same again would be refused again. */
    record Refused(String message) implements LinearAnswer {}

    /** Too many calls; nothing was done. */
    record Throttled(String message, Optional<Duration> pause) implements LinearAnswer {}

    /** No usable answer: what was asked may or may not have been done. */
    record Unclear(String message, Optional<Duration> pause) implements LinearAnswer {}

    /** Not sent: our own rate limit or circuit breaker held it back. */
    record NotSent(String message, Duration pause) implements LinearAnswer {}
}
