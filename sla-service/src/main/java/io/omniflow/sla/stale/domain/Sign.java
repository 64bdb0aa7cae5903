package io.omniflow.sla.stale.domain;

import java.time.Instant;
import java.util.UUID;

/** What an event of a ticket says to somebody who watches it wait. All but {@link Left} are of a ticket in Waiting. */
public sealed interface Sign {

    /** It is in another status, or merged into another ticket. */
    record Left() implements Sign {}

    /** A person, a customer or a vendor did something. */
    record Touched(Instant at) implements Sign {}

    /** A machine did something, which is no activity. */
    record Noted(Instant at) implements Sign {}

    /** Part of a history that an import has not closed yet. */
    record Retold(Instant at) implements Sign {}

    /** An import closed what it told, at that real time. */
    record Imported(Instant at) implements Sign {}

    /** Somebody was pinged, by the command named; the grace period of that ping ends then. */
    record Delivered(UUID command, Instant at, Instant graceUntil) implements Sign {}

    /** A command was refused; {@code reason} is the type of the problem. */
    record Refused(UUID command, Instant at, String reason) implements Sign {}
}
