package io.omniflow.testing.api;

import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** What creates something may be sent again under the same key. */
record RepeatChecks(Subject subject) {
    private static final String HEADER = "Idempotency-Key";

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

    private boolean creates() {
        return subject.operation().method().equals("POST")
                && subject.operation().node().path("responses").has("201");
    }

    private void lacksKey() {
        throw new AssertionError(subject.operation().name() + " answers 201 but takes no " + HEADER);
    }

    private void repeats() {
        Calls.Call call = subject.sound().under(UUID.randomUUID().toString());
        Answer first = subject.calls().send(call);
        if (first.status() >= 500) {
            throw new AssertionError(call + " under a key answers " + first.status() + ": " + first.body());
        }
        Answer second = subject.calls().send(call);
        if (first.status() != second.status() || !first.body().equals(second.body())) {
            throw new AssertionError(call + " answers " + first.status() + " " + first.body() + " and, repeated, "
                    + second.status() + " " + second.body());
        }
    }
}
