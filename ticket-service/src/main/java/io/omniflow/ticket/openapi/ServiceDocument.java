package io.omniflow.ticket.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What one service says of its own API.
 *
 * @param service {@code ticket}, {@code sla} …
 */
record ServiceDocument(String service, JsonNode root) {
    private static final String REFERENCE = "$ref";
    private static final String SCHEMAS = "#/components/schemas/";

    JsonNode schemas() {
        return root.path("components").path("schemas");
    }

    Stream<Map.Entry<String, JsonNode>> parts(String name) {
        return root.path(name).properties().stream();
    }

    /** Names of the schemas a part refers to, those inside of them not counted. */
    static Set<String> referredTo(JsonNode part) {
        Set<String> names = new HashSet<>();
        part.findValues(REFERENCE).stream()
                .map(JsonNode::asText)
                .filter(reference -> reference.startsWith(SCHEMAS))
                .forEach(reference -> names.add(reference.substring(SCHEMAS.length())));
        return names;
    }

    /** The part with its references to schemas under other names. */
    static JsonNode renamed(JsonNode part, UnaryOperator<String> name) {
        JsonNode copy = part.deepCopy();
        rename(copy, name);
        return copy;
    }

    private static void rename(JsonNode node, UnaryOperator<String> name) {
        if (node instanceof ObjectNode object) {
            String reference = object.path(REFERENCE).asText();
            if (reference.startsWith(SCHEMAS)) {
                object.put(REFERENCE, SCHEMAS + name.apply(reference.substring(SCHEMAS.length())));
            }
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> rename(child, name));
        }
    }
}
