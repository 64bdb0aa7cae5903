package io.omniflow.testing.api;

import io.omniflow.testing.Tokens;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/** An operation that a signature lets in: without one nobody is, whatever token comes along. */
record SignatureChecks(Subject subject) {
    static SignatureChecks of(Subject subject) {
        return new SignatureChecks(subject);
    }

    Stream<DynamicNode> tests() {
        return Stream.of(DynamicTest.dynamicTest("nobody is let in without a signature", this::refusesUnsigned));
    }

    private void refusesUnsigned() {
        Calls.Call call = subject.sound();
        subject.calls().send(call.with(null)).mustBe(401, "no signature");
        subject.calls().send(call.with("rubbish")).mustBe(401, "a token that is none, and no signature");
        subject.calls().send(call).mustBe(401, "a token of the thing's own workspace, and no signature");
        subject.calls()
                .send(call.with(Tokens.token(UUID.randomUUID(), "eve", "admin")))
                .mustBe(401, "a token of another workspace, and no signature");
    }
}
