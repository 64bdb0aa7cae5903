package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.domain.Traits;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What policies choose by, as JSON. Facts stored before there were policies say nothing of channels, contacts and fields. */
final class TraitsJson {
    private TraitsJson() {}

    static JsonObject write(Traits traits) {
        return new JsonObject()
                .put("team", Objects.toString(traits.team(), null))
                .put("tags", words(traits.tags()))
                .put("channels", words(traits.channels()))
                .put("contacts", words(traits.contacts()))
                .put("customFields", fields(traits.customFields()));
    }

    static Traits read(JsonObject json) {
        return new Traits(
                id(json, "team"), words(json, "tags"), words(json, "channels"), ids(json, "contacts"), fields(json));
    }

    static @Nullable UUID id(JsonObject json, String key) {
        @Nullable String id = json.getString(key);
        return id == null ? null : UUID.fromString(id);
    }

    static JsonArray words(Collection<?> values) {
        JsonArray array = new JsonArray();
        values.stream().map(Object::toString).sorted().forEach(array::add);
        return array;
    }

    static Set<String> words(JsonObject json, String key) {
        return strings(json.getJsonArray(key)).collect(Collectors.toSet());
    }

    static Set<UUID> ids(JsonObject json, String key) {
        return strings(json.getJsonArray(key)).map(UUID::fromString).collect(Collectors.toSet());
    }

    static JsonObject fields(Map<String, Set<String>> fields) {
        JsonObject json = new JsonObject();
        fields.forEach((key, values) -> json.put(key, words(values)));
        return json;
    }

    static Map<String, Set<String>> fields(JsonObject json) {
        Map<String, Set<String>> fields = new HashMap<>();
        @Nullable JsonObject written = json.getJsonObject("customFields");
        if (written != null) {
            written.forEach(field -> fields.put(field.getKey(), words(written, field.getKey())));
        }
        return fields;
    }

    private static Stream<String> strings(@Nullable JsonArray array) {
        return array == null ? Stream.empty() : array.stream().map(String.class::cast);
    }
}
