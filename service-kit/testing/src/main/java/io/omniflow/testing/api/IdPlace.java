package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place in a body that takes an id.
 *
 * @param steps names of fields, and {@link #EACH} for what stands in a list
 */
record IdPlace(List<String> steps) {
    private static final String EACH = "*";
    /** Deep enough for any body of the suite; a schema may refer to itself. */
    private static final int DEEPEST = 5;

    static List<IdPlace> of(ApiDocument document, JsonNode schema) {
        List<IdPlace> places = new ArrayList<>();
        collect(document, schema, List.of(), places);
        return places;
    }

    private static void collect(ApiDocument document, JsonNode schema, List<String> steps, List<IdPlace> places) {
        if (document.isId(schema)) {
            places.add(new IdPlace(steps));
        }
        if (steps.size() == DEEPEST) {
            return;
        }
        document.propertyNames(schema).stream()
                .sorted()
                .forEach(name -> collect(document, document.property(schema, name), with(steps, name), places));
        JsonNode items = document.items(schema);
        if (!items.isMissingNode()) {
            collect(document, items, with(steps, EACH), places);
        }
    }

    /** The body with the id in this place, and the objects and lists that lead there. */
    JsonNode filled(JsonNode body, String id) {
        return filled(body, steps, id);
    }

    private static JsonNode filled(JsonNode node, List<String> steps, String id) {
        if (steps.isEmpty()) {
            return JsonNodeFactory.instance.textNode(id);
        }
        List<String> rest = steps.subList(1, steps.size());
        if (steps.getFirst().equals(EACH)) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            return list.add(filled(node.path(0), rest, id));
        }
        ObjectNode object = node instanceof ObjectNode given ? given.deepCopy() : JsonNodeFactory.instance.objectNode();
        object.set(steps.getFirst(), filled(object.path(steps.getFirst()), rest, id));
        return object;
    }

    private static List<String> with(List<String> steps, String step) {
        return Stream.concat(steps.stream(), Stream.of(step)).toList();
    }

    @Override
    public String toString() {
        return "/" + String.join("/", steps);
    }
}
