package io.omniflow.integration.linear;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads Linear's answers. Linear may say the same by HTTP status, by an error's {@code type} or by its {@code code}, and
 * an answer 200 may hold errors, so all three are looked at. What is not known to be final is tried again.
 */
final class LinearAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> FINAL = Set.of(
            "invalid input",
            "user error",
            "graphql error",
            "usage limit exceeded",
            "feature not accessible",
            "graphql_validation_failed",
            "input_error");
    private static final Set<String> KEY_REFUSED =
            Set.of("authentication error", "authentication_error", "forbidden", "unauthenticated");
    private static final Set<String> THROTTLED = Set.of("ratelimited");

    private LinearAnswers() {}

    static LinearAnswer read(int status, String body, ResponseHeaders headers, Instant now) {
        @Nullable JsonNode json = parsed(body);
        Optional<Duration> wait = LinearPauses.asked(headers, now);
        @Nullable JsonNode error = json == null ? null : firstError(json);
        if (status == 429 || is(error, THROTTLED)) {
            return new LinearAnswer.Throttled(message(error, "Linear asks to be called less often"), wait);
        }
        if (status == 401 || status == 403 || is(error, KEY_REFUSED)) {
            return new LinearAnswer.Unauthorized(message(error, "Linear answered " + status));
        }
        if (status >= 500) {
            return new LinearAnswer.Unclear(message(error, "Linear answered " + status), wait);
        }
        if (json == null) {
            return new LinearAnswer.Unclear("Linear answered " + status + " with something that is no JSON", wait);
        }
        if (error != null) {
            return is(error, FINAL)
                    ? new LinearAnswer.Refused(message(error, "Linear refused"))
                    : new LinearAnswer.Unclear(message(error, "Linear reported an error"), wait);
        }
        if (status >= 400) {
            return new LinearAnswer.Refused("Linear answered " + status);
        }
        JsonNode data = json.path("data");
        return data.isObject()
                ? new LinearAnswer.Data(data)
                : new LinearAnswer.Unclear("Linear answered " + status + " without data", wait);
    }

    private static @Nullable JsonNode parsed(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? json : null;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    private static @Nullable JsonNode firstError(JsonNode json) {
        return json.path("errors").get(0);
    }

    private static boolean is(@Nullable JsonNode error, Set<String> kinds) {
        if (error == null) {
            return false;
        }
        JsonNode extensions = error.path("extensions");
        return kinds.contains(lower(extensions.path("type"))) || kinds.contains(lower(extensions.path("code")));
    }

    private static String lower(JsonNode text) {
        return text.asText().toLowerCase(Locale.ROOT);
    }

    /** What Linear means for people comes first. */
    private static String message(@Nullable JsonNode error, String otherwise) {
        if (error == null) {
            return otherwise;
        }
        String forPeople =
                error.path("extensions").path("userPresentableMessage").asText("");
        String plain = error.path("message").asText("");
        return !forPeople.isBlank() ? forPeople : !plain.isBlank() ? plain : otherwise;
    }

    /** Looks up a response header by its name, in any case. */
    @FunctionalInterface
    interface ResponseHeaders {
        @Nullable String get(String name);
    }
}
