package io.omniflow.integration.delivery.domain;

import java.time.Duration;
import java.util.Optional;

/** What one attempt came to. */
public sealed interface Outcome {

    record Delivered() implements Outcome {}

    /** Worth another try, not before {@code pause} if the other system said so. */
    record Again(Problem problem, Optional<Duration> pause) implements Outcome {}

    /** Nothing was sent, for our own side held it back; costs no attempt. */
    record HeldBack(Problem problem, Duration pause) implements Outcome {}

    record Refused(Problem problem) implements Outcome {}
}
