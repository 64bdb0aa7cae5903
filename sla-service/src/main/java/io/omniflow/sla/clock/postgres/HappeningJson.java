package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.domain.Answer;
import io.omniflow.sla.clock.domain.EarlierStart;
import io.omniflow.sla.clock.domain.Happening;
import io.omniflow.sla.clock.domain.Holdings;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Status;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a fact says as a word and a JSON object. Rows are kept for years: a word once written is read for ever. */
final class HappeningJson {
    private HappeningJson() {}

    static String kind(Happening happening) {
        return switch (happening) {
            case Happening.Created _ -> "created";
            case Happening.StatusChanged _ -> "status_changed";
            case Happening.PriorityChanged _ -> "priority_changed";
            case Happening.AssigneeChanged _ -> "assigned";
            case Happening.TeamChanged _ -> "team_changed";
            case Happening.TagsChanged _ -> "tags_changed";
            case Happening.ContactsChanged _ -> "contacts_changed";
            case Happening.CustomFieldsChanged _ -> "custom_fields_changed";
            case Happening.ConversationsChanged _ -> "conversations_changed";
            case Happening.CustomerWrote _ -> "customer_wrote";
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
                TraitsJson.write(created.traits())
                        .put("status", Words.of(created.status()))
                        .put("priority", Words.of(created.priority()))
                        .put("assignee", Objects.toString(created.assignee(), null))
                        .put("conversations", created.conversations());
            case Happening.StatusChanged(Status after) -> json.put("status", Words.of(after));
            case Happening.PriorityChanged(Priority after) -> json.put("priority", Words.of(after));
            case Happening.AssigneeChanged(@Nullable UUID after) -> json.put("assignee", Objects.toString(after, null));
            case Happening.TeamChanged(@Nullable UUID after) -> json.put("team", Objects.toString(after, null));
            case Happening.TagsChanged changed -> json.put("tags", TraitsJson.words(changed.after()));
            case Happening.ContactsChanged changed -> json.put("contacts", TraitsJson.words(changed.after()));
            case Happening.CustomFieldsChanged changed -> json.put("customFields", TraitsJson.fields(changed.after()));
            case Happening.ConversationsChanged changed ->
                json.put("conversations", changed.conversations())
                        .put("channels", TraitsJson.words(changed.channels()));
            case Happening.Absorbed(Holdings after, @Nullable EarlierStart start) ->
                holdings(after).put("start", start == null ? null : StartsJson.write(start));
            case Happening.MergeUndone undone ->
                holdings(undone.after())
                        .put("status", Words.of(undone.status()))
                        .put("answer", Words.of(undone.answer()))
                        .put("merge", Objects.toString(undone.merge(), null))
                        .put("counterpart", Objects.toString(undone.counterpart(), null));
            case Happening.Imported(Instant importedAt) -> json.put("importedAt", importedAt.toString());
            case Happening.CustomerWrote _, Happening.AgentReplied _, Happening.Merged _, Happening.Aside _ -> json;
        };
    }

    static Happening read(String kind, JsonObject json) {
        return switch (kind) {
            case "created" ->
                new Happening.Created(
                        status(json),
                        Words.read(Priority.class, json.getString("priority")),
                        TraitsJson.id(json, "assignee"),
                        TraitsJson.read(json),
                        json.getInteger("conversations"));
            case "status_changed" -> new Happening.StatusChanged(status(json));
            case "priority_changed" ->
                new Happening.PriorityChanged(Words.read(Priority.class, json.getString("priority")));
            case "assigned" -> new Happening.AssigneeChanged(TraitsJson.id(json, "assignee"));
            case "team_changed" -> new Happening.TeamChanged(TraitsJson.id(json, "team"));
            case "tags_changed" -> new Happening.TagsChanged(TraitsJson.words(json, "tags"));
            case "contacts_changed" -> new Happening.ContactsChanged(TraitsJson.ids(json, "contacts"));
            case "custom_fields_changed" -> new Happening.CustomFieldsChanged(TraitsJson.fields(json));
            case "conversations_changed" ->
                new Happening.ConversationsChanged(
                        json.getInteger("conversations"), TraitsJson.words(json, "channels"));
            case "customer_wrote" -> new Happening.CustomerWrote();
            case "agent_replied" -> new Happening.AgentReplied();
            case "merged" -> new Happening.Merged();
            case "absorbed" -> new Happening.Absorbed(holdings(json), StartsJson.orNull(json.getJsonObject("start")));
            case "merge_undone" ->
                new Happening.MergeUndone(
                        status(json),
                        holdings(json),
                        Words.read(Answer.class, json.getString("answer")),
                        TraitsJson.id(json, "merge"),
                        TraitsJson.id(json, "counterpart"));
            case "imported" -> new Happening.Imported(Instant.parse(json.getString("importedAt")));
            case "aside" -> new Happening.Aside();
            default -> throw new IllegalStateException("a fact of kind " + kind + " was stored by a newer version");
        };
    }

    private static JsonObject holdings(Holdings holdings) {
        return new JsonObject()
                .put("tags", TraitsJson.words(holdings.tags()))
                .put("contacts", TraitsJson.words(holdings.contacts()))
                .put("conversations", holdings.conversations())
                .put("channels", TraitsJson.words(holdings.channels()));
    }

    private static Holdings holdings(JsonObject json) {
        return new Holdings(
                TraitsJson.words(json, "tags"),
                TraitsJson.ids(json, "contacts"),
                json.getInteger("conversations"),
                TraitsJson.words(json, "channels"));
    }

    private static Status status(JsonObject json) {
        return Words.read(Status.class, json.getString("status"));
    }
}
