package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when the clocks of a destination count: the workspace's choice. */
public enum Start {
    /** From its own. */
    OWN,
    /** From the opening of a source, if that was earlier. */
    EARLIEST;

    /** Null where the destination's own start stands. */
    @Nullable Instant of(Ticket destination, Ticket source) {
        return this == EARLIEST && source.createdAt().isBefore(destination.createdAt()) ? source.createdAt() : null;
    }
}
