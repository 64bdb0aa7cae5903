package io.omniflow.testing.api.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A schema as the plain ones it allows, of one type each: references, unions and lists of types undone at its first level. */
final class Alternatives {
    private static final List<String> UNIONS = List.of("anyOf", "oneOf");

    private Alternatives() {}

    static List<ObjectNode> of(JsonNode document, JsonNode schema) {
        ObjectNode whole = whole(document, schema);
        for (String union : UNIONS) {
            JsonNode parts = whole.path(union);
            if (!parts.isEmpty()) {
                ObjectNode around = whole.deepCopy();
                around.remove(union);
                return parts.valueStream()
                        .flatMap(part -> of(document, part).stream())
                        .map(part -> merged(part, around))
                        .toList();
            }
        }
        return types(whole)
                .map(type -> type.isEmpty() ? whole : whole.deepCopy().put("type", type))
                .toList();
    }

    /** What a reference points at, or the node itself. */
    static JsonNode resolve(JsonNode document, JsonNode node) {
        JsonNode resolved = node;
        Set<String> seen = new TreeSet<>();
        while (resolved.path("$ref").isTextual()
                && seen.add(resolved.path("$ref").asText())) {
            resolved = document.at(resolved.path("$ref").asText().substring(1));
        }
        return resolved;
    }

    private static ObjectNode whole(JsonNode document, JsonNode schema) {
        ObjectNode whole = JsonNodeFactory.instance.objectNode();
        if (schema instanceof ObjectNode object) {
            whole = object.deepCopy();
            whole.remove("$ref");
        }
        if (schema.has("$ref")) {
            whole = merged(whole(document, resolve(document, schema)), whole);
        }
        for (JsonNode part : whole.path("allOf").deepCopy()) {
            whole = merged(whole(document, part), whole);
        }
        whole.remove("allOf");
        return whole;
    }

    /** Both at once: what the second says comes on top, fields and what is required add up. */
    private static ObjectNode merged(ObjectNode base, ObjectNode top) {
        ObjectNode merged = base.deepCopy();
        top.properties().forEach(entry -> {
            JsonNode had = merged.path(entry.getKey());
            if (entry.getKey().equals("properties") && had instanceof ObjectNode fields) {
                fields.setAll((ObjectNode) entry.getValue());
            } else if (entry.getKey().equals("required") && had.isArray()) {
                entry.getValue().forEach(merged.withArray("required")::add);
            } else {
                merged.set(entry.getKey(), entry.getValue());
            }
        });
        return merged;
    }

    /** Empty text where the schema allows any type. */
    private static Stream<String> types(ObjectNode schema) {
        JsonNode type = schema.path("type");
        if (type.isTextual()) {
            return Stream.of(type.asText());
        }
        if (type.isArray() && !type.isEmpty()) {
            return type.valueStream().map(JsonNode::asText);
        }
        if (schema.has("properties")) {
            return Stream.of("object");
        }
        return Stream.of(schema.has("items") ? "array" : "");
    }
}
