package io.omniflow.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What a service told of how its things are made. Each maker is given an admin's token and makes in that one's workspace. */
final class Makers {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Function<String, Map<String, String>>> paths = new HashMap<>();
    private final Map<String, Function<String, String>> bodies = new HashMap<>();
    private final Map<String, Function<String, String>> items = new HashMap<>();

    void path(String path, Function<String, Map<String, String>> make) {
        paths.put(path, make);
    }

    void body(String operation, Function<String, String> make) {
        bodies.put(operation, make);
    }

    void item(String operation, Function<String, String> make) {
        items.put(operation, make);
    }

    /** All that make something for a path. */
    Map<String, Function<String, Map<String, String>>> ofPaths() {
        return paths;
    }

    /** Those of which something is told. */
    Set<String> operations() {
        Set<String> operations = new TreeSet<>(bodies.keySet());
        operations.addAll(items.keySet());
        return operations;
    }

    Function<String, Map<String, String>> pathOf(Operation operation) {
        if (operation.pathParameters().isEmpty()) {
            return token -> Map.of();
        }
        return paths.entrySet().stream()
                .filter(entry -> operation.path().equals(entry.getKey())
                        || operation.path().startsWith(entry.getKey() + "/"))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElse(token -> {
                    throw new AssertionError("Nothing tells how to make what " + operation.path()
                            + " names: add .path(\"" + operation.path() + "\", …)");
                });
    }

    /** The body to send: the one made, or else the document's example. */
    Function<String, Optional<JsonNode>> bodyOf(Operation operation) {
        Function<String, String> make = bodies.get(operation.name());
        if (make != null) {
            return token -> Optional.of(json(make.apply(token)));
        }
        return token -> operation.contents().stream()
                .filter(content -> Operation.isJson(content.getKey()))
                .flatMap(content -> Operation.example(content.getValue()).stream())
                .findFirst()
                .map(example -> example.isTextual() ? json(example.asText()) : example);
    }

    /** Makes one that a list shows, and tells its id: the thing the paths below the list name, where nothing else is told. */
    Function<String, String> itemOf(Operation list) {
        Function<String, String> told = items.get(list.name());
        if (told != null) {
            return told;
        }
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().matches(Pattern.quote(list.path()) + "/\\{[^/]*}"))
                .findFirst()
                .<Function<String, String>>map(entry -> token ->
                        entry.getValue().apply(token).values().iterator().next())
                .orElse(token -> {
                    throw new AssertionError("Nothing tells how to make what " + list.name() + " lists: add .item(\""
                            + list.name() + "\", token -> its id)");
                });
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
