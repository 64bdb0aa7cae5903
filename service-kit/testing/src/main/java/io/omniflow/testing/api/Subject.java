package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation under check.
 *
 * @param maker makes what the path names, in the workspace of the token given
 * @param token an admin of a workspace used for this operation alone
 */
record Subject(
        Operation operation,
        ApiDocument document,
        Calls calls,
        Function<String, Map<String, String>> maker,
        String token) {
    /** The call as the document shows it, on things made anew in the token's workspace. */
    Calls.Call sound() {
        return call(maker.apply(token));
    }

    Calls.Call call(Map<String, String> pathValues) {
        Optional<Map.Entry<String, JsonNode>> content =
                operation.contents().stream().findFirst();
        return new Calls.Call(
                operation.method(),
                uri(pathValues),
                token,
                content.map(Map.Entry::getKey).orElse(null),
                content.map(Map.Entry::getValue).map(Subject::bytes).orElse(Buffer.buffer()),
                null);
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

    static Buffer bytes(JsonNode content) {
        return Buffer.buffer(Operation.example(content)
                .map(example -> example.isTextual() ? example.asText() : example.toString())
                .orElse("{}"));
    }
}
