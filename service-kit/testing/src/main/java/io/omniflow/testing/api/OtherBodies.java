package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Bodies that say something else than a given one, each in one field, and may well fit: most likely first. */
record OtherBodies(ApiDocument document, JsonNode schema, ObjectNode given) {
    private static final String TEXT = "Another";

    Stream<ObjectNode> stream() {
        return Stream.of(texts(), ids(), plain(), constants(), added()).flatMap(bodies -> bodies);
    }

    private Stream<ObjectNode> texts() {
        return fields().filter(name -> given.path(name).isTextual() && !document.isForm(property(name)))
                .map(name -> changed(body -> body.put(name, given.path(name).asText() + " " + TEXT)));
    }

    private Stream<ObjectNode> ids() {
        return fields().filter(name -> given.path(name).isTextual() && document.isId(property(name)))
                .map(name -> changed(body -> body.put(name, UUID.randomUUID().toString())));
    }

    private Stream<ObjectNode> plain() {
        return fields().filter(name ->
                        given.path(name).isIntegralNumber() || given.path(name).isBoolean())
                .map(name -> changed(body -> {
                    JsonNode value = given.path(name);
                    return value.isBoolean() ? body.put(name, !value.asBoolean()) : body.put(name, value.asLong() + 1);
                }));
    }

    private Stream<ObjectNode> constants() {
        return fields().flatMap(name -> document.resolve(property(name))
                .path("enum")
                .valueStream()
                .filter(constant -> !constant.equals(given.path(name)))
                .map(constant -> changed(body -> body.<ObjectNode>set(name, constant))));
    }

    private Stream<ObjectNode> added() {
        return document.propertyNames(schema).stream()
                .filter(name -> !given.has(name)
                        && document.types(property(name)).equals(Set.of("string"))
                        && !document.isForm(property(name)))
                .map(name -> changed(body -> body.put(name, TEXT)));
    }

    private Stream<String> fields() {
        return given.properties().stream().map(Map.Entry::getKey);
    }

    private JsonNode property(String name) {
        return document.property(schema, name);
    }

    private ObjectNode changed(UnaryOperator<ObjectNode> change) {
        return change.apply(given.deepCopy());
    }
}
