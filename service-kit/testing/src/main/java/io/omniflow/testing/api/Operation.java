package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One method on one path. */
record Operation(String method, String path, JsonNode node) {
    String name() {
        return method + " " + path;
    }

    List<String> pathParameters() {
        return parameters("path")
                .map(parameter -> parameter.path("name").asText())
                .toList();
    }

    /** Parameters of one place: path, query or header. */
    Stream<JsonNode> parameters(String place) {
        return node.path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals(place));
    }

    boolean takesBody() {
        return node.has("requestBody");
    }

    /** The content types it takes, JSON first. */
    List<Map.Entry<String, JsonNode>> contents() {
        return node.path("requestBody").path("content").properties().stream()
                .sorted((left, right) -> Boolean.compare(isJson(right.getKey()), isJson(left.getKey())))
                .toList();
    }

    Optional<Map.Entry<String, JsonNode>> jsonContent() {
        return contents().stream().filter(content -> isJson(content.getKey())).findFirst();
    }

    static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    /** The first example of a content. */
    static Optional<JsonNode> example(JsonNode content) {
        JsonNode single = content.path("example");
        if (!single.isMissingNode()) {
            return Optional.of(single);
        }
        return content.path("examples")
                .valueStream()
                .map(example -> example.path("value"))
                .filter(value -> !value.isMissingNode())
                .findFirst();
    }
}
