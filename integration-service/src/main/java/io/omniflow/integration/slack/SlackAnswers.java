package io.omniflow.integration.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads Slack's answers: HTTP 200 with {@code ok} false and a code is the usual way to refuse. */
final class SlackAnswers {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Set<String> PASSING = Set.of(
            "internal_error",
            "fatal_error",
            "service_unavailable",
            "request_timeout",
            "team_added_to_org",
            "accesslimited");
    private static final Set<String> THROTTLED = Set.of("ratelimited", "rate_limited", "message_limit_exceeded");
    /** What people can do something about, in words that tell what. */
    private static final Map<String, String> TOKEN_REFUSED = Map.of(
            "invalid_auth", "Slack does not know the bot token",
            "not_authed", "Slack saw no bot token",
            "account_inactive", "The bot token belongs to an app or workspace that was removed",
            "token_revoked", "The bot token was revoked",
            "token_expired", "The bot token has expired",
            "not_allowed_token_type", "Slack does not take this kind of token; a bot token begins with xoxb-",
            "missing_scope", "The app lacks a permission",
            "no_permission", "The app lacks a permission",
            "ekm_access_denied", "The workspace's administrators keep apps out",
            "org_login_required", "The workspace is being moved and cannot be used now");

    private static final Map<String, String> REFUSED = Map.of(
            "channel_not_found", "The channel is not there, or the app was not invited to it",
            "not_in_channel", "The app is not in the channel; invite it there",
            "is_archived", "The channel is archived",
            "restricted_action", "The workspace does not let apps post in this channel",
            "thread_not_found", "The thread is not there any more",
            "user_not_found", "Slack does not know the person",
            "msg_too_long", "The message is too long");

    private SlackAnswers() {}

    static SlackAnswer read(int status, String body, @Nullable String retryAfter) {
        Optional<Duration> pause = pause(retryAfter);
        if (status == 429) {
            return new SlackAnswer.Throttled("Slack asks to be called less often", pause);
        }
        if (status >= 500) {
            return new SlackAnswer.Unclear("Slack answered " + status, pause);
        }
        @Nullable JsonNode json = parsed(body);
        if (json == null || !json.path("ok").isBoolean()) {
            return new SlackAnswer.Unclear("Slack answered " + status + " with something that is no answer", pause);
        }
        return json.path("ok").asBoolean()
                ? new SlackAnswer.Data(json)
                : refused(json, json.path("error").asText("unknown_error"), pause);
    }

    /** All codes that are not simply a refusal in Slack's own word for it. */
    static Set<String> codes() {
        return Stream.of(PASSING, THROTTLED, TOKEN_REFUSED.keySet(), REFUSED.keySet())
                .flatMap(Set::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static SlackAnswer refused(JsonNode json, String code, Optional<Duration> pause) {
        if (THROTTLED.contains(code)) {
            return new SlackAnswer.Throttled("Slack asks to be called less often", pause);
        }
        if (PASSING.contains(code)) {
            return new SlackAnswer.Unclear("Slack could not do it: " + code, pause);
        }
        @Nullable String refusal = TOKEN_REFUSED.get(code);
        if (refusal != null) {
            String needed = json.path("needed").asText("");
            return new SlackAnswer.Unauthorized(
                    code, refusal + (needed.isEmpty() ? "" : ": " + needed) + " (" + code + ")");
        }
        return new SlackAnswer.Refused(code, REFUSED.getOrDefault(code, "Slack refused") + " (" + code + ")");
    }

    private static Optional<Duration> pause(@Nullable String retryAfter) {
        return Optional.ofNullable(retryAfter)
                .map(String::strip)
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    }

    private static @Nullable JsonNode parsed(String body) {
        try {
            JsonNode json = JSON.readTree(body);
            return json.isObject() ? json : null;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }
}
