package io.omniflow.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** A list without ids in its path has nothing to answer 404 for: it must leave out what is not the caller's. */
record ListChecks(Subject subject) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static ListChecks of(Subject subject) {
        return new ListChecks(subject);
    }

    Stream<DynamicNode> tests() {
        return isList()
                ? Stream.of(DynamicTest.dynamicTest("it lists nothing of another workspace", this::leavesOutOthers))
                : Stream.of();
    }

    private boolean isList() {
        Operation operation = subject.operation();
        JsonNode contents = operation.node().path("responses").path("200").path("content");
        return operation.method().equals("GET")
                && operation.pathParameters().isEmpty()
                && contents.valueStream().anyMatch(content -> !subject.document()
                        .property(content.path("schema"), "items")
                        .isMissingNode());
    }

    private void leavesOutOthers() {
        String id = subject.makers().itemOf(subject.operation()).apply(subject.token());
        Calls.Call call = subject.sound();
        Awaitility.await("an item with " + id
                        + " in the list of its own workspace, without which the test proves nothing")
                .atMost(PATIENCE)
                .until(() -> shows(subject.calls().send(call), id));
        // with something of its own, so that an answer is due, also where a list is the caller's alone
        String stranger = ApiPromises.adminOfNewWorkspace();
        var unused = subject.makers().itemOf(subject.operation()).apply(stranger);
        Answer other = subject.calls().send(call.with(stranger));
        other.mustBe(200, "a token of another workspace");
        if (shows(other, id)) {
            throw new AssertionError(call + " shows " + id + " to another workspace: " + other.body());
        }
    }

    private static boolean shows(Answer answer, String id) {
        return answer.body().contains("\"" + id + "\"");
    }
}
