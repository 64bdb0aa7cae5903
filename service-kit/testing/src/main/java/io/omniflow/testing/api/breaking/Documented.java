package io.omniflow.testing.api.breaking;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.kit.identity.Role;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An operation with the document around it. */
record Documented(JsonNode document, String verb, String path, JsonNode pathItem, JsonNode operation) {
    String name() {
        return verb + " " + path;
    }

    JsonNode resolve(JsonNode node) {
        return Alternatives.resolve(document, node);
    }

    /** By place and name; those of the path by their position in it. */
    Map<String, JsonNode> parameters() {
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        Stream.concat(
                        pathItem.path("parameters").valueStream(),
                        operation.path("parameters").valueStream())
                .map(this::resolve)
                .forEach(parameter -> parameters.put(key(parameter), parameter));
        return parameters;
    }

    private String key(JsonNode parameter) {
        String place = parameter.path("in").asText();
        String name = parameter.path("name").asText();
        return switch (place) {
            case "path" ->
                "parameter "
                        + path.substring(0, Math.max(0, path.indexOf("{" + name + "}")))
                                .chars()
                                .filter(letter -> letter == '{')
                                .count()
                        + " of the path";
            case "header" -> "header " + name.toLowerCase(Locale.ROOT);
            default -> place + " parameter " + name;
        };
    }

    JsonNode body() {
        return resolve(operation.path("requestBody"));
    }

    boolean asksForToken() {
        JsonNode security = security();
        return !security.isEmpty() && security.valueStream().noneMatch(JsonNode::isEmpty);
    }

    Set<String> roles() {
        return security()
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The least role that may call; empty when a name is none of the suite's. */
    Optional<Role> leastRole() {
        Set<String> names = roles();
        return Stream.of(Role.values())
                .filter(role -> names.contains(role.text()))
                .findFirst();
    }

    private JsonNode security() {
        return operation.has("security") ? operation.path("security") : document.path("security");
    }
}
