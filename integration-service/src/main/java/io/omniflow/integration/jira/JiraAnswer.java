package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What came back from Jira, read by what it means for the next step. {@code message} is in Jira's own words. */
sealed interface JiraAnswer {

    /** @param data missing where Jira answers without a body */
    record Data(JsonNode data) implements JiraAnswer {}

    /** Not there, or not to be seen by this account; Jira tells no difference. */
    record Missing(String message) implements JiraAnswer {}

    /** The credentials are not accepted, or not for this. */
    record Unauthorized(String message) implements JiraAnswer {}

    /**
     * Understood and refused; the same again would be refused again.
     *
     * @param fields the fields Jira objects to
     */
    record Refused(String message, Set<String> fields) implements JiraAnswer {
        public Refused {
            fields = Set.copyOf(fields);
        }
    }

    /** Too many calls; nothing was done. */
    record Throttled(String message, Optional<Duration> pause) implements JiraAnswer {}

    /** No usable answer: what was asked may or may not have been done. */
    record Unclear(String message, Optional<Duration> pause) implements JiraAnswer {}

    /** Not sent: our own rate limit or circuit breaker held it back. */
    record NotSent(String message, Duration pause) implements JiraAnswer {}
}
