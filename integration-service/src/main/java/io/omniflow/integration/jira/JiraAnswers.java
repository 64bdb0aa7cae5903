package io.omniflow.integration.jira;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads Jira's answers: the status decides, the body gives the words. */
final class JiraAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What Jira says of a login that failed; it may then answer as to somebody unknown, with another status. */
    private static final String LOGIN = "X-Seraph-LoginReason";

    private static final Set<String> LOGIN_FAILED = Set.of("AUTHENTICATED_FAILED", "AUTHENTICATION_DENIED");

    private JiraAnswers() {}

    static JiraAnswer read(int status, String body, ResponseHeaders headers, Instant now) {
        Optional<Duration> wait = JiraPauses.asked(headers, now);
        @Nullable JsonNode json = parsed(body);
        if (status == 429) {
            return new JiraAnswer.Throttled(message(json, "Jira asks to be called less often"), wait);
        }
        if (status == 401 || status == 403 || loginFailed(headers.get(LOGIN))) {
            return new JiraAnswer.Unauthorized(message(json, "Jira answered " + status));
        }
        return switch (status) {
            case 200, 201 ->
                json == null
                        ? new JiraAnswer.Unclear("Jira answered " + status + " with something that is no JSON", wait)
                        : new JiraAnswer.Data(json);
            case 204 -> new JiraAnswer.Data(MissingNode.getInstance());
            case 404, 410 -> new JiraAnswer.Missing(message(json, "Jira answered " + status));
            // A timeout, a change that met another one, a request that came too early: another try may go through.
            case 408, 409, 425 -> new JiraAnswer.Unclear(message(json, "Jira answered " + status), wait);
            default ->
                status >= 300 && status < 500
                        ? new JiraAnswer.Refused(message(json, "Jira answered " + status), fields(json))
                        : new JiraAnswer.Unclear(message(json, "Jira answered " + status), wait);
        };
    }

    private static boolean loginFailed(@Nullable String reason) {
        return reason != null && LOGIN_FAILED.stream().anyMatch(reason::contains);
    }

    private static @Nullable JsonNode parsed(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() || json.isArray() ? json : null;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    private static Set<String> fields(@Nullable JsonNode json) {
        Set<String> names = new HashSet<>();
        if (json != null) {
            json.path("errors").fieldNames().forEachRemaining(names::add);
        }
        return names;
    }

    /** General messages first, then those of the fields. */
    private static String message(@Nullable JsonNode json, String otherwise) {
        if (json == null) {
            return otherwise;
        }
        Set<String> said = new LinkedHashSet<>();
        json.path("errorMessages").forEach(message -> said.add(message.asText()));
        json.path("errors")
                .properties()
                .forEach(error ->
                        said.add(error.getKey() + ": " + error.getValue().asText()));
        said.add(json.path("message").asText(""));
        said.removeIf(String::isBlank);
        return said.isEmpty() ? otherwise : String.join("; ", said);
    }

    /** Looks up a response header by its name, in any case. */
    @FunctionalInterface
    interface ResponseHeaders {
        @Nullable String get(String name);
    }
}
