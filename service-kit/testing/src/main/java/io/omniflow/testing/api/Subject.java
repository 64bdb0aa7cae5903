package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * An operation under check.
 *
 * @param makers make what the path and the body name, in the workspace of the token given
 * @param token an admin of a workspace used for this operation alone
 */
record Subject(Operation operation, ApiDocument document, Calls calls, Makers makers, String token) {
    /** The call as the document shows it, on things made anew in the token's workspace. */
    Calls.Call sound() {
        return call(made());
    }

    /** What the path names, made anew. */
    Map<String, String> made() {
        return makers.pathOf(operation).apply(token);
    }

    Calls.Call call(Map<String, String> pathValues) {
        Optional<Map.Entry<String, JsonNode>> content =
                operation.contents().stream().findFirst();
        return new Calls.Call(
                operation.method(),
                uri(pathValues),
                token,
                content.map(Map.Entry::getKey).orElse(null),
                content.map(this::body).orElse(Buffer.buffer()),
                null);
    }

    private Buffer body(Map.Entry<String, JsonNode> content) {
        return Operation.isJson(content.getKey())
                ? Buffer.buffer(makers.bodyOf(operation)
                        .apply(token)
                        .map(JsonNode::toString)
                        .orElse("{}"))
                : bytes(content.getValue());
    }

    private String uri(Map<String, String> values) {
        String uri = operation.path();
        for (String name : operation.pathParameters()) {
            String value = values.get(name);
            if (value == null) {
                throw new AssertionError("What was made for " + operation.path() + " has no value for {" + name + "}");
            }
            uri = uri.replace("{" + name + "}", encoded(value));
        }
        return uri + requiredQuery();
    }

    private String requiredQuery() {
        StringBuilder query = new StringBuilder();
        operation
                .parameters("query")
                .filter(parameter -> parameter.path("required").asBoolean())
                .forEach(parameter -> query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.path("name").asText())
                        .append('=')
                        .append(encoded(Operation.example(parameter)
                                .map(JsonNode::asText)
                                .orElse("1"))));
        return query.toString();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Buffer bytes(JsonNode content) {
        return Buffer.buffer(Operation.example(content)
                .map(example -> example.isTextual() ? example.asText() : example.toString())
                .orElse("{}"));
    }
}
