package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** What the document must tell of an operation. */
record DocumentChecks(Subject subject) {
    static DocumentChecks of(Subject subject) {
        return new DocumentChecks(subject);
    }

    Stream<DynamicNode> tests() {
        return Stream.of(DynamicTest.dynamicTest("the document tells and shows it", this::tells));
    }

    private void tells() {
        Operation operation = subject.operation();
        List<String> missing = new ArrayList<>();
        if (operation.node().path("summary").asText().isBlank()) {
            missing.add("a summary");
        }
        if (operation.takesBody() && operation.contents().stream().noneMatch(DocumentChecks::hasExample)) {
            missing.add("an example of the body");
        }
        if (!showsSuccess(operation)) {
            missing.add("an answer in the 200s, with an example where it has content");
        }
        if (!missing.isEmpty()) {
            throw new AssertionError(operation.name() + " lacks " + String.join(" and ", missing));
        }
    }

    private static boolean showsSuccess(Operation operation) {
        return operation.node().path("responses").properties().stream()
                .filter(response -> response.getKey().startsWith("2"))
                .anyMatch(response -> showsContent(response.getKey(), response.getValue()));
    }

    private static boolean showsContent(String status, JsonNode response) {
        JsonNode content = response.path("content");
        return content.isEmpty()
                ? status.equals("204") || status.equals("202")
                : content.properties().stream().anyMatch(DocumentChecks::hasExample);
    }

    private static boolean hasExample(Map.Entry<String, JsonNode> content) {
        return Operation.example(content.getValue()).isPresent();
    }
}
