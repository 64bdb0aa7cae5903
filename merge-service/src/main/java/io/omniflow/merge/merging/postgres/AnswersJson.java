package io.omniflow.merge.merging.postgres;

import io.omniflow.merge.merging.domain.Answers;
import io.omniflow.merge.merging.domain.Moved;
import io.omniflow.merge.merging.domain.SourceAnswers;
import io.omniflow.merge.merging.domain.TicketStatus;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was told of each source, as the JSON it is stored as. */
final class AnswersJson {
    private AnswersJson() {}

    static JsonArray of(Answers answers) {
        JsonArray stored = new JsonArray();
        answers.ofSources().forEach(one -> stored.add(of(one)));
        return stored;
    }

    static Answers read(JsonArray stored) {
        return new Answers(objects(stored).map(AnswersJson::read).toList());
    }

    private static JsonObject of(SourceAnswers answers) {
        TicketStatus previous = answers.previousStatus();
        Moved moved = answers.moved();
        return new JsonObject()
                .put("source", answers.source().toString())
                .put("mergedAt", text(answers.mergedAt()))
                .put("previousStatus", previous == null ? null : previous.name())
                .put("absorbedAt", text(answers.absorbedAt()))
                .put("moved", moved == null ? null : of(moved))
                .put("leftAt", text(answers.leftAt()))
                .put("releasedAt", text(answers.releasedAt()));
    }

    private static JsonObject of(Moved moved) {
        return new JsonObject()
                .put("conversations", ids(moved.conversationIds()))
                .put("contacts", ids(moved.contactIds()))
                .put("notes", ids(moved.noteIds()))
                .put("tags", new JsonArray(moved.tags()));
    }

    private static SourceAnswers read(JsonObject stored) {
        @Nullable String previous = stored.getString("previousStatus");
        @Nullable JsonObject moved = stored.getJsonObject("moved");
        return new SourceAnswers(
                UUID.fromString(stored.getString("source")),
                instant(stored, "mergedAt"),
                previous == null ? null : TicketStatus.valueOf(previous),
                instant(stored, "absorbedAt"),
                moved == null ? null : moved(moved),
                instant(stored, "leftAt"),
                instant(stored, "releasedAt"));
    }

    private static Moved moved(JsonObject stored) {
        return new Moved(
                ids(stored, "conversations"),
                ids(stored, "contacts"),
                ids(stored, "notes"),
                texts(stored, "tags").toList());
    }

    private static JsonArray ids(List<UUID> ids) {
        return new JsonArray(ids.stream().map(UUID::toString).toList());
    }

    private static List<UUID> ids(JsonObject stored, String name) {
        return texts(stored, name).map(UUID::fromString).toList();
    }

    private static Stream<String> texts(JsonObject stored, String name) {
        return stored.getJsonArray(name).stream().map(String::valueOf);
    }

    private static Stream<JsonObject> objects(JsonArray stored) {
        return stored.stream().map(JsonObject.class::cast);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static @Nullable Instant instant(JsonObject stored, String name) {
        @Nullable String text = stored.getString(name);
        return text == null ? null : Instant.parse(text);
    }
}
