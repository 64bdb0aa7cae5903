package io.omniflow.integration.hook.fake;

import java.util.Map;

/** What a receiver does with one call. */
public sealed interface Reply {
    record Status(int status, Map<String, String> headers, String body) implements Reply {}

    /** Never answers. */
    record Silence() implements Reply {}

    /** Gives the status at once and the rest of the body never. */
    record SlowBody(int status) implements Reply {}

    static Reply status(int status) {
        return new Status(status, Map.of(), "");
    }
}
