package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Values nobody should send, in every place that takes one. */
record HostileChecks(Subject subject) {
    private static final Set<String> FORMED = Set.of("integer", "number", "boolean");

    static HostileChecks of(Subject subject) {
        return new HostileChecks(subject);
    }

    Stream<DynamicNode> tests() {
        List<DynamicNode> tests = new ArrayList<>();
        subject.operation()
                .pathParameters()
                .forEach(name -> tests.add(
                        DynamicTest.dynamicTest("hostile values in the path at {" + name + "}", () -> path(name))));
        subject.operation()
                .parameters("query")
                .forEach(parameter -> tests.add(DynamicTest.dynamicTest(
                        "hostile values in the query at "
                                + parameter.path("name").asText(),
                        () -> query(parameter))));
        tests.add(DynamicTest.dynamicTest("a query that is no text", this::unreadableQuery));
        if (subject.operation().takesBody()) {
            tests.addAll(HostileBodies.of(subject).tests().toList());
        }
        return tests.stream();
    }

    /** A name nobody gave anything: not there, or not a name at all. What the caller words itself, such as a tag, may be any. */
    private void path(String name) {
        Map<String, String> values = new HashMap<>(subject.made());
        for (String text : HostileValues.TEXTS) {
            values.put(name, text);
            Answer answer = subject.calls().send(subject.call(values));
            if (isWordedByCaller(name)) {
                answer.mustNotBreak("{" + name + "} = " + text);
            } else {
                answer.mustBeRefused("{" + name + "} = " + text);
            }
        }
        values.put(name, "\0");
        subject.calls().send(subject.call(values)).mustBe(400, "{" + name + "} = NUL");
    }

    /** The document gives such a parameter a length. */
    private boolean isWordedByCaller(String name) {
        return subject.operation()
                .parameters("path")
                .anyMatch(parameter -> parameter.path("name").asText().equals(name)
                        && parameter.path("schema").has("maxLength"));
    }

    private void query(JsonNode parameter) {
        String name = parameter.path("name").asText();
        JsonNode schema = parameter.path("schema");
        Set<String> types = subject.document().types(schema);
        JsonNode one = types.contains("array") ? subject.document().items(schema) : schema;
        boolean formed = subject.document().isForm(one)
                || (!subject.document().types(one).isEmpty()
                        && FORMED.containsAll(subject.document().types(one)));
        Calls.Call sound = subject.sound();
        for (String text : HostileValues.TEXTS) {
            Answer answer = subject.calls().send(sound.at(with(sound.uri(), name, Subject.encoded(text))));
            if (formed && !looksLikeNumber(text)) {
                answer.mustBeRefused(name + " = " + text);
            } else {
                answer.mustNotBreak(name + " = " + text);
            }
        }
        subject.calls().send(sound.at(with(sound.uri(), name, ""))).mustNotBreak(name + " left empty");
        subject.calls().send(sound.at(with(sound.uri(), name, "%00"))).mustBe(400, name + " = NUL");
        subject.calls().send(sound.at(with(sound.uri(), name, "%ff"))).mustBe(400, name + " not in UTF-8");
    }

    private void unreadableQuery() {
        Calls.Call sound = subject.sound();
        subject.calls().send(sound.at(with(sound.uri(), "%00", "1"))).mustBe(400, "a name with NUL");
        subject.calls()
                .send(sound.at(with(sound.uri(), "no-such-parameter", "1")))
                .mustNotBreak("an unknown parameter");
    }

    private static boolean looksLikeNumber(String text) {
        return text.matches("-?[0-9]{1,9}");
    }

    private static String with(String uri, String name, String encodedValue) {
        return uri + (uri.contains("?") ? "&" : "?") + name + "=" + encodedValue;
    }
}
