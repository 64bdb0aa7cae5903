package io.omniflow.integration.link.domain;

import io.omniflow.integration.delivery.domain.Problem;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What pushing an issue came to. */
public sealed interface PushResult {

    /**
     * The issue is there, made now or earlier.
     *
     * @param flaw what could not be done beside it, such as the link back to the ticket
     */
    record Made(ExternalIssue issue, @Nullable Problem flaw) implements PushResult {}

    /** Whether it was made is open; {@code pause} is what the other system asked for. */
    record Unclear(Problem problem, Optional<Duration> pause) implements PushResult {}

    /** Our own side held the calls back. */
    record HeldBack(Problem problem, Duration pause) implements PushResult {}

    record Refused(Problem problem) implements PushResult {}
}
