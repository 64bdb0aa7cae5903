package io.omniflow.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A document as text that only changes where the document does: everything by name, but what people put in an order. */
final class OrderedJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    /** Fields as they are declared, and examples as they were written. */
    private static final Set<String> AS_GIVEN = Set.of("properties", "example", "examples", "value");
    /** What is looked for first stands first. */
    private static final List<String> FIRST = List.of("openapi", "info", "servers", "tags", "paths", "components");

    private static final Comparator<Map.Entry<String, JsonNode>> ORDER = Comparator.comparingInt(
                    (Map.Entry<String, JsonNode> entry) ->
                            FIRST.contains(entry.getKey()) ? FIRST.indexOf(entry.getKey()) : FIRST.size())
            .thenComparing(Map.Entry::getKey);

    private OrderedJson() {}

    static String text(JsonNode document) {
        try {
            return JSON.writer(new DefaultPrettyPrinter()
                            .withObjectIndenter(INDENT)
                            .withArrayIndenter(INDENT))
                    .writeValueAsString(ordered(document, ""))
                    .concat("\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonNode ordered(JsonNode node, String name) {
        if (node.isArray()) {
            return JsonNodeFactory.instance
                    .arrayNode()
                    .addAll(node.valueStream().map(item -> ordered(item, "")).toList());
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        ObjectNode ordered = JsonNodeFactory.instance.objectNode();
        Stream<Map.Entry<String, JsonNode>> entries = object.properties().stream();
        (AS_GIVEN.contains(name) ? entries : entries.sorted(ORDER))
                .forEach(entry -> ordered.set(
                        entry.getKey(),
                        isExample(entry.getKey()) ? entry.getValue() : ordered(entry.getValue(), entry.getKey())));
        return ordered;
    }

    private static boolean isExample(String name) {
        return name.equals("example") || name.equals("value");
    }
}
