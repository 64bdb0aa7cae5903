package io.omniflow.merge.merging.domain;

import java.time.Instant;
import java.util.UUID;

/** What ticket-service tells of a merge, one source at a time. It comes in any order and perhaps more than once. */
public sealed interface Answer {
    /** When it happened. */
    Instant at();

    /** The source is closed. */
    record Merged(UUID source, TicketStatus previousStatus, Instant at) implements Answer {}

    /** The destination has what the source had. */
    record Absorbed(UUID source, Moved moved, Instant at) implements Answer {}

    /** A source has back what it had: told of the source and of the destination, each naming the other. */
    record Separated(UUID ticket, UUID counterpart, Instant at) implements Answer {}

    /** The command was not obeyed. */
    record Refused(Deed deed, Refusal why, Instant at) implements Answer {}

    /** What was refused. */
    enum Deed {
        MERGE,
        UNDO
    }
}
