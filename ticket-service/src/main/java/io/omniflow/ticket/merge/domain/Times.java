package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Decision;
import io.omniflow.ticket.lifecycle.domain.Refused;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.time.Instant;
import java.util.List;

/** One time for the facts of all tickets of a merge. */
final class Times {
    private Times() {}

    static Instant latest(Instant now, Ticket destination, List<Ticket> sources) {
        Instant latest = now.isBefore(destination.updatedAt()) ? destination.updatedAt() : now;
        for (Ticket source : sources) {
            latest = latest.isBefore(source.updatedAt()) ? source.updatedAt() : latest;
        }
        return latest;
    }

    /** Of a step that no ticket in this state refuses. */
    static Accepted accepted(Decision decision) {
        return switch (decision) {
            case Accepted accepted -> accepted;
            case Refused(var reason) -> throw new IllegalStateException("Refused: " + reason);
        };
    }
}
