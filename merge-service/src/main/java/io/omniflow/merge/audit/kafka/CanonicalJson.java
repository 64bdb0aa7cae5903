package io.omniflow.merge.audit.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The one text of a JSON value, after RFC 8785. That form knows numbers as IEEE 754 doubles only; one that would lose
 * digits is kept as a string of its digits, so that the log says exactly what was said.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    static String of(JsonNode value) {
        try {
            return new JsonCanonicalizer(exact(value).toString()).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("a JSON tree has a canonical form", e);
        }
    }

    private static JsonNode exact(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            object.properties().forEach(field -> copy.set(field.getKey(), exact(field.getValue())));
            return copy;
        }
        if (value instanceof ArrayNode array) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
            array.forEach(item -> copy.add(exact(item)));
            return copy;
        }
        return value.isNumber() ? number(value.decimalValue(), value) : value;
    }

    private static JsonNode number(BigDecimal exact, JsonNode value) {
        double nearest = exact.doubleValue();
        boolean same = Double.isFinite(nearest) && BigDecimal.valueOf(nearest).compareTo(exact) == 0;
        return same ? value : JsonNodeFactory.instance.textNode(exact.toString());
    }
}
