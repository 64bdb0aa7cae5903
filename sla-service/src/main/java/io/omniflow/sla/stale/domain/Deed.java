package io.omniflow.sla.stale.domain;

import java.time.Instant;
import java.util.UUID;

/** What is to be done beside keeping the watch. */
public sealed interface Deed {

    /** The ticket has waited too long, since the given instant and as of {@code at}. */
    record TellStale(Instant waitingSince, Instant at) implements Deed {}

    /** @param graceUntil when the grace ends if the ping is delivered now */
    record Ping(UUID command, Recipient recipient, Instant graceUntil) implements Deed {}

    record Close(UUID command) implements Deed {}

    /** A ping reached nobody. Whether that is told depends on the attempts before it. */
    record Miss(Instant waitingSince, String reason, Instant at, Instant retryAt, Series before) implements Deed {}
}
