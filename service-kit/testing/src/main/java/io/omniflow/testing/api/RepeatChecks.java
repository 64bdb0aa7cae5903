package io.omniflow.testing.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** What creates something may be sent again under the same key. */
record RepeatChecks(Subject subject) {
    private static final String HEADER = "Idempotency-Key";
    private static final ObjectMapper JSON = new ObjectMapper();

    static RepeatChecks of(Subject subject) {
        return new RepeatChecks(subject);
    }

    Stream<DynamicNode> tests() {
        boolean takesKey = subject.operation()
                .parameters("header")
                .anyMatch(parameter -> parameter.path("name").asText().equalsIgnoreCase(HEADER));
        if (takesKey) {
            return Stream.of(DynamicTest.dynamicTest("a repeated call gets the first answer", this::repeats));
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
        if (first.status() >= 500) {
            throw new AssertionError(call + " under a key answers " + first.status() + ": " + first.body());
        }
        Answer second = subject.calls().send(call);
        if (first.status() != second.status() || !told(first).equals(told(second))) {
            throw new AssertionError(call + " answers " + first.status() + " " + first.body() + " and, repeated, "
                    + second.status() + " " + second.body());
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
