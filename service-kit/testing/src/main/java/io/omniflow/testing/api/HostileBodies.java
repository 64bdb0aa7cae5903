package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Bodies nobody should send: the example with one field after another spoilt, and what is no such body at all. */
final class HostileBodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "\"@@here@@\"";
    private static final int OVER_THE_LIMIT = 2_000_000;

    private final Subject subject;
    private final String type;
    private final JsonNode schema;
    private final @Nullable ObjectNode example;

    private HostileBodies(Subject subject, String type, JsonNode schema, @Nullable ObjectNode example) {
        this.subject = subject;
        this.type = type;
        this.schema = schema;
        this.example = example;
    }

    static HostileBodies of(Subject subject) {
        Map.Entry<String, JsonNode> content = subject.operation().contents().getFirst();
        return new HostileBodies(
                subject,
                content.getKey(),
                content.getValue().path("schema"),
                Operation.isJson(content.getKey())
                        ? Operation.example(content.getValue())
                                .filter(JsonNode::isObject)
                                .map(node -> (ObjectNode) node.deepCopy())
                                .orElse(JSON.createObjectNode())
                        : null);
    }

    Stream<DynamicNode> tests() {
        Stream<DynamicNode> whole = Stream.of(
                DynamicTest.dynamicTest("a body of a type it does not take", this::wrongType),
                DynamicTest.dynamicTest("a body that cannot be read", this::unreadable));
        return example == null ? whole : Stream.concat(whole, fields());
    }

    private Stream<DynamicNode> fields() {
        ObjectNode sound = example == null ? JSON.createObjectNode() : example;
        Set<String> names = new TreeSet<>(subject.document().propertyNames(schema));
        sound.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .<DynamicNode>map(name ->
                        DynamicTest.dynamicTest("hostile values in the body at /" + name, () -> field(sound, name)));
    }

    private void field(ObjectNode sound, String name) {
        Calls.Call call = subject.sound();
        JsonNode property = subject.document().property(schema, name);
        Set<String> types = subject.document().types(property);
        for (String value : HostileValues.NEVER) {
            send(call, spoilt(sound, name, value)).mustBeRefused("/" + name + " = " + value);
        }
        HostileValues.JSON.forEach((given, values) -> values.forEach(value -> {
            Answer answer = send(call, spoilt(sound, name, value));
            if (types.isEmpty() || fits(given, types)) {
                answer.mustNotBreak("/" + name + " = " + value);
            } else {
                answer.mustBeRefused("/" + name + " = " + value);
            }
        }));
        for (String text : HostileValues.TEXTS) {
            Answer answer = send(call, spoilt(sound, name, quoted(text)));
            if (subject.document().isForm(property)) {
                answer.mustBeRefused("/" + name + " = " + text);
            } else {
                answer.mustNotBreak("/" + name + " = " + text);
            }
        }
        send(call, spoilt(sound, name, "null")).mustNotBreak("/" + name + " = null");
    }

    private void wrongType() {
        Calls.Call call = subject.sound();
        subject.calls()
                .send(call.sending("application/x-hostile", call.body()))
                .mustBe(415, "a content type nobody knows");
    }

    private void unreadable() {
        Calls.Call call = subject.sound();
        for (String body : List.of("\0", "\u00ff\u00fe", "{", "\"")) {
            subject.calls()
                    .send(call.sending(type, Buffer.buffer(body.getBytes(StandardCharsets.ISO_8859_1))))
                    .mustNotBreak(body);
        }
        if (example == null) {
            return;
        }
        for (String body :
                List.of("", " ", "null", "{", "[]", "[1]", "\"text\"", "1", "{} {}", "{\"a\"", HostileValues.DEEP)) {
            send(call, body).mustBeRefused("the body " + body);
        }
        send(call, "{\"no_such_field_exists\": 1}").mustBeRefused("an unknown field");
        subject.calls()
                .send(call.sending(type, Buffer.buffer(new byte[OVER_THE_LIMIT])))
                .mustBe(413, "two megabytes");
    }

    private Answer send(Calls.Call call, String body) {
        return subject.calls().send(call.sending(type, Buffer.buffer(body)));
    }

    private static boolean fits(String given, Set<String> types) {
        return types.contains(given) || (given.equals("integer") && types.contains("number"));
    }

    private static String spoilt(ObjectNode sound, String name, String value) {
        ObjectNode copy = sound.deepCopy();
        copy.put(name, PLACE.substring(1, PLACE.length() - 1));
        return copy.toString().replace(PLACE, value);
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }
}
