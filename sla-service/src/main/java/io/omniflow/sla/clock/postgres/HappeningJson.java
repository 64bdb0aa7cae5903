package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.domain.Answer;
import io.omniflow.sla.clock.domain.Happening;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Status;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a fact says as a word and a JSON object. Rows are kept for years: a word once written is read for ever. */
final class HappeningJson {
    private HappeningJson() {}

    static String kind(Happening happening) {
        return switch (happening) {
            case Happening.Created _ -> "created";
            case Happening.StatusChanged _ -> "status_changed";
            case Happening.PriorityChanged _ -> "priority_changed";
            case Happening.TeamChanged _ -> "team_changed";
            case Happening.TagsChanged _ -> "tags_changed";
            case Happening.ConversationsChanged _ -> "conversations_changed";
            case Happening.AgentReplied _ -> "agent_replied";
            case Happening.Merged _ -> "merged";
            case Happening.Absorbed _ -> "absorbed";
            case Happening.MergeUndone _ -> "merge_undone";
            case Happening.Imported _ -> "imported";
            case Happening.Aside _ -> "aside";
        };
    }

    static JsonObject write(Happening happening) {
        JsonObject json = new JsonObject();
        return switch (happening) {
            case Happening.Created created ->
                json.put("status", Words.of(created.status()))
                        .put("priority", Words.of(created.priority()))
                        .put("team", Objects.toString(created.team(), null))
                        .put("tags", tags(created.tags()))
                        .put("conversations", created.conversations());
            case Happening.StatusChanged(Status after) -> json.put("status", Words.of(after));
            case Happening.PriorityChanged(Priority after) -> json.put("priority", Words.of(after));
            case Happening.TeamChanged(@Nullable UUID after) -> json.put("team", Objects.toString(after, null));
            case Happening.TagsChanged(Set<String> after) -> json.put("tags", tags(after));
            case Happening.ConversationsChanged(int conversations) -> json.put("conversations", conversations);
            case Happening.Absorbed(Set<String> after, int conversations) ->
                json.put("tags", tags(after)).put("conversations", conversations);
            case Happening.MergeUndone undone ->
                json.put("status", Words.of(undone.status()))
                        .put("tags", tags(undone.tags()))
                        .put("conversations", undone.conversations())
                        .put("answer", Words.of(undone.answer()));
            case Happening.Imported(Instant importedAt) -> json.put("importedAt", importedAt.toString());
            case Happening.AgentReplied _ -> json;
            case Happening.Merged _ -> json;
            case Happening.Aside _ -> json;
        };
    }

    static Happening read(String kind, JsonObject json) {
        return switch (kind) {
            case "created" ->
                new Happening.Created(
                        status(json),
                        Words.read(Priority.class, json.getString("priority")),
                        team(json),
                        tags(json),
                        json.getInteger("conversations"));
            case "status_changed" -> new Happening.StatusChanged(status(json));
            case "priority_changed" ->
                new Happening.PriorityChanged(Words.read(Priority.class, json.getString("priority")));
            case "team_changed" -> new Happening.TeamChanged(team(json));
            case "tags_changed" -> new Happening.TagsChanged(tags(json));
            case "conversations_changed" -> new Happening.ConversationsChanged(json.getInteger("conversations"));
            case "agent_replied" -> new Happening.AgentReplied();
            case "merged" -> new Happening.Merged();
            case "absorbed" -> new Happening.Absorbed(tags(json), json.getInteger("conversations"));
            case "merge_undone" ->
                new Happening.MergeUndone(
                        status(json),
                        tags(json),
                        json.getInteger("conversations"),
                        Words.read(Answer.class, json.getString("answer")));
            case "imported" -> new Happening.Imported(Instant.parse(json.getString("importedAt")));
            case "aside" -> new Happening.Aside();
            default -> throw new IllegalStateException("a fact of kind " + kind + " was stored by a newer version");
        };
    }

    private static Status status(JsonObject json) {
        return Words.read(Status.class, json.getString("status"));
    }

    private static @Nullable UUID team(JsonObject json) {
        @Nullable String team = json.getString("team");
        return team == null ? null : UUID.fromString(team);
    }

    private static JsonArray tags(Set<String> tags) {
        JsonArray array = new JsonArray();
        tags.stream().sorted().forEach(array::add);
        return array;
    }

    private static Set<String> tags(JsonObject json) {
        return json.getJsonArray("tags").stream().map(String.class::cast).collect(Collectors.toSet());
    }
}
