package io.omniflow.integration.slack.fake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** What the fake knows: two channels, two people, and all that was written. */
final class SlackState {
    static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** The app is in the first and not in the second. */
    private static final Map<String, String> CHANNELS = Map.of("C0TICKETS", "tickets", "C0OTHERS", "others");

    private static final Map<String, String> PEOPLE = Map.of("U0ANNA", "Anna", "U0BEN", "Ben");
    private static final int MOST = 1_000;
    /** Small, so that readers have to turn pages. */
    private static final int PAGE = 50;

    private final List<FakeMessage> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger counter = new AtomicInteger();

    List<FakeMessage> messages() {
        return List.copyOf(messages);
    }

    synchronized ObjectNode answer(String method, JsonNode asked) {
        return switch (method) {
            case "auth.test" -> ok().put("team", "Omniflow").put("user", "desk").put("bot_id", "B0DESK");
            case "conversations.info" -> info(asked.path("channel").asText());
            case "users.info" -> user(asked.path("user").asText());
            case "chat.postMessage" -> post(asked);
            case "conversations.history" -> read(asked, null);
            case "conversations.replies" -> read(asked, asked.path("ts").asText());
            default -> refused("unknown_method");
        };
    }

    private static ObjectNode info(String channel) {
        @Nullable String name = CHANNELS.get(channel);
        if (name == null) {
            return refused("channel_not_found");
        }
        ObjectNode answer = ok();
        answer.putObject("channel")
                .put("id", channel)
                .put("name", name)
                .put("is_archived", false)
                .put("is_member", name.equals("tickets"));
        return answer;
    }

    private static ObjectNode user(String id) {
        @Nullable String name = PEOPLE.get(id);
        if (name == null) {
            return refused("user_not_found");
        }
        ObjectNode answer = ok();
        answer.putObject("user")
                .put("id", id)
                .put("name", name.toLowerCase(Locale.ROOT))
                .putObject("profile")
                .put("display_name", name);
        return answer;
    }

    private ObjectNode post(JsonNode asked) {
        String channel = asked.path("channel").asText();
        String thread = asked.path("thread_ts").asText("");
        if (!CHANNELS.containsKey(channel)) {
            return refused("channel_not_found");
        }
        if (asked.path("text").asText().isEmpty()) {
            return refused("no_text");
        }
        if (!thread.isEmpty()
                && messages.stream().noneMatch(message -> message.ts().equals(thread))) {
            return refused("thread_not_found");
        }
        String ts = "%d.%06d".formatted(Instant.now().getEpochSecond(), counter.incrementAndGet());
        messages.add(new FakeMessage(
                ts,
                channel,
                thread.isEmpty() ? null : thread,
                asked.path("text").asText(),
                asked.deepCopy()));
        return ok().put("channel", channel).put("ts", ts);
    }

    /** @param thread null for the channel itself, whose replies are not among its messages */
    private ObjectNode read(JsonNode asked, @Nullable String thread) {
        String channel = asked.path("channel").asText();
        double oldest = asked.path("oldest").asDouble(0);
        List<FakeMessage> found = new ArrayList<>(messages.stream()
                .filter(message -> message.channel().equals(channel))
                .filter(message -> thread == null
                        ? message.thread() == null
                        : message.ts().equals(thread) || thread.equals(message.thread()))
                .filter(message -> Double.parseDouble(message.ts()) > oldest)
                .toList());
        int from = asked.path("cursor").asInt(0);
        int to = Math.min(found.size(), from + Math.min(asked.path("limit").asInt(MOST), PAGE));
        ObjectNode answer = ok();
        ArrayNode shown = answer.putArray("messages");
        found.subList(from, to).forEach(message -> shown.add(shown(message, asked)));
        answer.putObject("response_metadata").put("next_cursor", to < found.size() ? String.valueOf(to) : "");
        return answer;
    }

    private static ObjectNode shown(FakeMessage message, JsonNode asked) {
        ObjectNode shown = JSON.createObjectNode()
                .put("type", "message")
                .put("ts", message.ts())
                .put("text", message.text())
                .put("bot_id", "B0DESK");
        if (asked.path("include_all_metadata").asText().equals("true")) {
            shown.set("metadata", message.posted().path("metadata"));
        }
        return shown;
    }

    private static ObjectNode ok() {
        return JSON.createObjectNode().put("ok", true);
    }

    private static ObjectNode refused(String code) {
        return JSON.createObjectNode().put("ok", false).put("error", code);
    }
}
