package io.omniflow.ticket.merge;

import io.omniflow.ticket.lifecycle.Locked;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.domain.MergeRefusal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The tickets of one merge, all of them locked; whoever lacks one is refused with 404. */
record Involved(Map<TicketId, Locked> locked, List<TicketId> wanted, TicketId into) {
    Involved(List<Locked> found, List<TicketId> sources, TicketId destination, TicketScope scope) {
        this(
                found.stream()
                        .filter(seen -> scope.holds(seen.ticket()))
                        .collect(Collectors.toMap(seen -> seen.ticket().id(), Function.identity())),
                sources,
                destination);
    }

    Ticket destination() {
        return ticket(into);
    }

    List<Ticket> sources() {
        return wanted.stream().map(this::ticket).toList();
    }

    /** The time after the last of them was locked. */
    Instant now() {
        return locked.values().stream()
                .map(Locked::now)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private Ticket ticket(TicketId id) {
        Locked seen = locked.get(id);
        if (seen == null) {
            throw MergeProblems.of(new MergeRefusal.UnknownTicket(id));
        }
        return seen.ticket();
    }
}
