package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An OpenAPI document, read for what the checks need. */
final class ApiDocument {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    static ApiDocument read(String uri) {
        return new ApiDocument(node(uri));
    }

    static JsonNode node(String uri) {
        try (InputStream in = URI.create(uri).toURL().openStream()) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method -> operations.add(new Operation(
                        method.getKey().toUpperCase(java.util.Locale.ROOT), path.getKey(), method.getValue()))));
        return operations;
    }

    /** The JSON types a schema allows, without null; none when it does not say. */
    Set<String> types(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        Set<String> types = new HashSet<>();
        for (String union : List.of("anyOf", "oneOf", "allOf")) {
            resolved.path(union).forEach(part -> types.addAll(types(part)));
        }
        JsonNode type = resolved.path("type");
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(one -> types.add(one.asText()));
        types.remove("null");
        return types;
    }

    /** Text of one form only (a UUID, an instant, a constant), so that any other text is wrong. */
    boolean isForm(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        if (resolved.has("enum")
                || Set.of("uuid", "date-time", "date")
                        .contains(resolved.path("format").asText())) {
            return true;
        }
        for (String union : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode part : resolved.path(union)) {
                if (isForm(part)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether a value is, or may be, a UUID. */
    boolean isId(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        return schema.path("format").asText().equals("uuid")
                || resolved.path("format").asText().equals("uuid")
                || List.of("anyOf", "oneOf", "allOf").stream()
                        .flatMap(union -> resolved.path(union).valueStream())
                        .anyMatch(this::isId);
    }

    /** Whether the document says this anywhere, as its examples do. */
    boolean says(String text) {
        return root.toString().contains(text);
    }

    JsonNode items(JsonNode schema) {
        return resolve(schema).path("items");
    }

    /** The schema of a property, missing when the schema names none. */
    JsonNode property(JsonNode schema, String name) {
        JsonNode resolved = resolve(schema);
        JsonNode direct = resolved.path("properties").path(name);
        if (!direct.isMissingNode()) {
            return direct;
        }
        for (String union : List.of("anyOf", "oneOf", "allOf")) {
            for (JsonNode part : resolved.path(union)) {
                JsonNode found = property(part, name);
                if (!found.isMissingNode()) {
                    return found;
                }
            }
        }
        return direct;
    }

    /** Names of all properties the schema has itself. */
    Set<String> propertyNames(JsonNode schema) {
        JsonNode resolved = resolve(schema);
        Set<String> names = new HashSet<>();
        resolved.path("properties").fieldNames().forEachRemaining(names::add);
        for (String union : List.of("anyOf", "oneOf", "allOf")) {
            resolved.path(union).forEach(part -> names.addAll(propertyNames(part)));
        }
        return names;
    }

    JsonNode resolve(JsonNode schema) {
        JsonNode reference = schema.path("$ref");
        return reference.isTextual() ? root.at(reference.asText().substring(1)) : schema;
    }
}
