package io.omniflow.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** What creates something may be sent again under the same key. */
record RepeatChecks(Subject subject, Body body) {
    private static final String HEADER = "Idempotency-Key";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is done with the body of a repeated call. */
    enum Body {
        /** It must be the first one. */
        COMPARED,
        /** It is too large to be kept; the operation's own tests say what is compared. */
        STREAMED
    }

    static RepeatChecks of(Subject subject, Body body) {
        return new RepeatChecks(subject, body);
    }

    Stream<DynamicNode> tests() {
        boolean takesKey = subject.operation()
                .parameters("header")
                .anyMatch(parameter -> parameter.path("name").asText().equalsIgnoreCase(HEADER));
        if (takesKey) {
            Stream<DynamicNode> repeated =
                    Stream.of(DynamicTest.dynamicTest("a repeated call gets the first answer", this::repeats));
            return body == Body.STREAMED || !subject.operation().takesBody()
                    ? repeated
                    : Stream.concat(
                            repeated,
                            Stream.of(DynamicTest.dynamicTest(
                                    "another body under the same key is refused", this::refusesAnotherBody)));
        }
        return creates()
                ? Stream.of(DynamicTest.dynamicTest("it creates and takes no key", this::lacksKey))
                : Stream.of();
    }

    /** 201, or 202 where the work outlives the request. */
    private boolean creates() {
        JsonNode responses = subject.operation().node().path("responses");
        return subject.operation().method().equals("POST") && (responses.has("201") || responses.has("202"));
    }

    private void lacksKey() {
        throw new AssertionError(subject.operation().name() + " creates something but takes no " + HEADER);
    }

    private void repeats() {
        Calls.Call call = subject.sound().under(UUID.randomUUID().toString());
        Answer first = subject.calls().send(call);
        mustSucceed(first);
        Answer second = subject.calls().send(call);
        if (first.status() != second.status() || !told(first).equals(told(second))) {
            throw new AssertionError(call + " answers " + first.status() + " " + first.body() + " and, repeated, "
                    + second.status() + " " + second.body());
        }
    }

    private void refusesAnotherBody() {
        Calls.Call call = subject.sound().under(UUID.randomUUID().toString());
        Map.Entry<String, JsonNode> content = subject.operation()
                .jsonContent()
                .orElseThrow(() -> new AssertionError(call + " compares no JSON: add .streamed(\""
                        + subject.operation().name() + "\")"));
        mustSucceed(subject.calls().send(call));
        List<Answer> answers = new OtherBodies(
                        subject.document(), content.getValue().path("schema"), object(call.body()))
                .stream()
                        .map(other ->
                                subject.calls().send(call.sending(content.getKey(), Buffer.buffer(other.toString()))))
                        .toList();
        answers.stream().filter(Answer::isSuccess).findFirst().ifPresent(taken -> {
            throw new AssertionError(call + " takes another body under the same key: " + taken.body());
        });
        if (answers.stream().noneMatch(RepeatChecks::refusesKey)) {
            throw new AssertionError(call + " refuses another body, but never because of the key: "
                    + answers.stream()
                            .map(answer -> answer.status() + " " + answer.body())
                            .toList());
        }
    }

    private static boolean refusesKey(Answer answer) {
        return answer.status() == 422 && answer.body().contains(HEADER);
    }

    private void mustSucceed(Answer first) {
        if (!first.isSuccess()) {
            throw new AssertionError(first.call() + " as the document shows it answers " + first.status() + ": "
                    + first.body() + " (where the example names what is not there, add .body(\""
                    + subject.operation().name() + "\", token -> …))");
        }
    }

    private static ObjectNode object(Buffer body) {
        try {
            return (ObjectNode) JSON.readTree(body.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What goes on meanwhile may be told as it is by now, but it has to be the same thing. */
    private static String told(Answer answer) {
        if (answer.status() != 202) {
            return answer.body();
        }
        try {
            return JSON.readTree(answer.body()).path("id").asText(answer.body());
        } catch (JsonProcessingException noJson) {
            return answer.body();
        }
    }
}
