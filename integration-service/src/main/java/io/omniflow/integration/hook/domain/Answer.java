package io.omniflow.integration.hook.domain;

import io.omniflow.integration.delivery.domain.Problem;
import java.time.Duration;
import java.util.Optional;

/** What came of one attempt. Text is the beginning of the answer's body. */
public sealed interface Answer {
    Duration took();

    /** A status from 200 to 299. */
    record Taken(int status, String text, Duration took) implements Answer {}

    /** Any other status; {@code pause} is what the receiver asked for. */
    record Refused(int status, String text, Optional<Duration> pause, Duration took) implements Answer {
        private static final int GONE = 410;
        private static final int REDIRECTS = 3;
        private static final int CLASS = 100;

        /** Whether it asks never to be called again. */
        public boolean isGone() {
            return status == GONE;
        }

        public Problem problem() {
            if (isGone()) {
                return new Problem("endpoint-gone", 502, "The endpoint answered 410: it wants no more messages");
            }
            return status / CLASS == REDIRECTS
                    ? new Problem(
                            "endpoint-redirected",
                            502,
                            "The endpoint answered with a redirect (" + status + "); redirects are not followed,"
                                    + " give the address it points to")
                    : new Problem("endpoint-refused", 502, "The endpoint answered " + status);
        }
    }

    /** No answer: not reached, not in time, or not called at all. */
    record Silent(Problem problem, Duration took) implements Answer {}

    static Answer of(int status, String text, Optional<Duration> pause, Duration took) {
        return status >= 200 && status < 300 ? new Taken(status, text, took) : new Refused(status, text, pause, took);
    }
}
