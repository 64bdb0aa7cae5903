package io.omniflow.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A place in a schema with its reference followed. "Or null" may stand with the type or in an {@code anyOf}; here it
 * is one of the {@link #types()} in both cases.
 */
record Schema(JsonNode document, JsonNode node, SortedSet<String> types) {
    private static final String NULL = "null";

    static Schema of(JsonNode document, JsonNode node) {
        if (node.has("$ref")) {
            alone(node);
            return of(document, referred(document, node.get("$ref").textValue()));
        }
        Optional<JsonNode> whenNotNull = soleAlternativeToNull(node);
        if (whenNotNull.isPresent()) {
            Schema schema = of(document, whenNotNull.get());
            SortedSet<String> types = new TreeSet<>(schema.types);
            types.add(NULL);
            return new Schema(document, schema.node, types);
        }
        return new Schema(document, node, texts(node.path("type")));
    }

    boolean takesNull() {
        return types.contains(NULL) || types.isEmpty();
    }

    boolean has(String keyword) {
        return node.has(keyword);
    }

    JsonNode get(String keyword) {
        return node.path(keyword);
    }

    Schema under(String keyword) {
        return of(document, node.required(keyword));
    }

    Schema property(String name) {
        return of(document, node.required("properties").required(name));
    }

    Set<String> properties() {
        return names(node.path("properties"));
    }

    Set<String> keywords() {
        return names(node);
    }

    SortedSet<String> texts(String keyword) {
        return texts(node.path(keyword));
    }

    /** What stands beside would be overlooked. */
    private static void alone(JsonNode node) {
        if (node.size() != 1) {
            throw new IllegalArgumentException("A reference or an alternative must stand alone: " + node);
        }
    }

    private static JsonNode referred(JsonNode document, String reference) {
        if (!reference.startsWith("#")) {
            throw new IllegalArgumentException("Only references inside the document are followed: " + reference);
        }
        JsonNode found = document.at(reference.substring(1));
        if (found.isMissingNode()) {
            throw new IllegalArgumentException("Nothing stands at " + reference);
        }
        return found;
    }

    private static Optional<JsonNode> soleAlternativeToNull(JsonNode node) {
        JsonNode alternatives = node.path("anyOf");
        if (alternatives.size() != 2) {
            return Optional.empty();
        }
        alone(node);
        return Stream.of(0, 1)
                .filter(i -> NULL.equals(alternatives.get(i).path("type").asText()))
                .map(i -> alternatives.get(1 - i))
                .findFirst();
    }

    private static SortedSet<String> texts(JsonNode oneOrMany) {
        SortedSet<String> texts = new TreeSet<>();
        if (oneOrMany.isArray()) {
            StreamSupport.stream(oneOrMany.spliterator(), false).forEach(one -> texts.add(one.asText()));
        } else if (!oneOrMany.isMissingNode()) {
            texts.add(oneOrMany.asText());
        }
        return texts;
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            names.add(field.getKey());
        }
        return names;
    }
}
