package io.omniflow.merge.merging.postgres;

import io.omniflow.merge.merging.domain.Refusal;
import io.vertx.core.json.JsonObject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A refusal as the JSON it is stored as. */
final class RefusalJson {
    private RefusalJson() {}

    static JsonObject of(Refusal why) {
        return new JsonObject()
                .put("type", why.type())
                .put("status", why.status())
                .put("detail", why.detail())
                .put("pointer", why.pointer())
                .put("destination", text(why.destination()))
                .put("mergeId", text(why.mergeId()));
    }

    static Refusal read(JsonObject stored) {
        return new Refusal(
                stored.getString("type"),
                stored.getInteger("status"),
                stored.getString("detail"),
                stored.getString("pointer"),
                id(stored, "destination"),
                id(stored, "mergeId"));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable UUID id(JsonObject stored, String name) {
        @Nullable String text = stored.getString(name);
        return text == null ? null : UUID.fromString(text);
    }
}
