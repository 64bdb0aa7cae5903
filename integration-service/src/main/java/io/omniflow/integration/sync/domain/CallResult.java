package io.omniflow.integration.sync.domain;

import io.omniflow.integration.delivery.domain.Problem;
import java.time.Duration;
import java.util.Optional;

/** What a call to another system came to. Failures are results, so that none is forgotten. */
public sealed interface CallResult<T> {

    record Done<T>(T value) implements CallResult<T> {}

    /** What was asked for is not there, or not for us. */
    record Missing<T>(Problem problem) implements CallResult<T> {}

    /** Worth another try; whether it was done is open. {@code pause} is what the other system asked for. */
    record Unclear<T>(Problem problem, Optional<Duration> pause) implements CallResult<T> {}

    /** Our own side held the call back; nothing was sent. */
    record HeldBack<T>(Problem problem, Duration pause) implements CallResult<T> {}

    record Refused<T>(Problem problem) implements CallResult<T> {}
}
