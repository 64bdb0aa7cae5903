package io.omniflow.testing.api;

/** What came back, with the judgements the checks share. */
record Answer(Calls.Call call, int status, String contentType, String body) {
    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    void mustBe(int expected, String when) {
        if (status != expected) {
            throw complaint("should be " + expected, when);
        }
        mustBeProblemWhenRefused(when);
    }

    void mustBeRefused(String when) {
        if (status < 400 || status >= 500) {
            throw complaint("should be 4xx", when);
        }
        mustBeProblemWhenRefused(when);
    }

    /** Text may be taken as it is; it may only never break the service. */
    void mustNotBreak(String when) {
        if (status >= 500) {
            throw complaint("should never be 5xx", when);
        }
        mustBeProblemWhenRefused(when);
    }

    private void mustBeProblemWhenRefused(String when) {
        if (status >= 400 && !contentType.startsWith("application/problem+json")) {
            throw complaint("should be application/problem+json and not '" + contentType + "'", when);
        }
    }

    private AssertionError complaint(String what, String when) {
        return new AssertionError(
                call + " with " + Calls.shortened(when) + ": " + status + " " + what + ". " + Calls.shortened(body));
    }
}
