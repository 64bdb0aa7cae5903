package io.omniflow.testing.api;

import io.omniflow.testing.Tokens;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** Who is let in. */
record AccessChecks(Subject subject) {
    static AccessChecks of(Subject subject) {
        return new AccessChecks(subject);
    }

    Stream<DynamicNode> tests() {
        Stream<DynamicNode> tokens = Stream.of(
                DynamicTest.dynamicTest("nobody is let in without a good token", this::refusesBadTokens),
                DynamicTest.dynamicTest("a role of no meaning is not allowed", this::refusesUnknownRole));
        return subject.operation().pathParameters().isEmpty()
                ? tokens
                : Stream.concat(
                        tokens,
                        Stream.of(DynamicTest.dynamicTest("another workspace finds nothing", this::hidesFromOthers)));
    }

    private void refusesBadTokens() {
        Calls.Call call = subject.sound();
        UUID workspace = UUID.randomUUID();
        subject.calls().send(call.with(null)).mustBe(401, "no token");
        subject.calls().send(call.with("rubbish")).mustBe(401, "a token that is none");
        subject.calls()
                .send(call.with(Tokens.foreign(workspace, "eve", "admin")))
                .mustBe(401, "a token signed with another key");
        subject.calls()
                .send(call.with(Tokens.expired(workspace, "eve", "admin")))
                .mustBe(401, "an expired token");
        subject.calls()
                .send(call.with(Tokens.withoutWorkspace("eve", "admin")))
                .mustBe(401, "a token without a workspace");
    }

    private void refusesUnknownRole() {
        subject.calls()
                .send(subject.sound().with(Tokens.token(UUID.randomUUID(), "eve", "janitor")))
                .mustBe(403, "a role that does not exist");
    }

    private void hidesFromOthers() {
        Map<String, String> made = subject.made();
        Calls.Call call = subject.call(made);
        subject.calls()
                .send(call.with(ApiPromises.adminOfNewWorkspace()))
                .mustBe(404, "ids of another workspace " + made);
        Answer own = subject.calls().send(call);
        if (own.status() == 404 || own.status() == 401 || own.status() >= 500) {
            throw new AssertionError(call + " answers " + own.status()
                    + " to its own workspace, so that 404 to another proves nothing: " + own.body());
        }
    }
}
