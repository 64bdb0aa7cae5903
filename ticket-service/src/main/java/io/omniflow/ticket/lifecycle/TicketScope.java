package io.omniflow.ticket.lifecycle;

import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tickets somebody may see and change; for him the others are not there.
 *
 * @param teams those whose tickets, and those that no team has yet, are seen; empty for all tickets
 */
public record TicketScope(Optional<Set<UUID>> teams) {
    public static final TicketScope ALL = new TicketScope(Optional.empty());

    public boolean holds(Ticket ticket) {
        @Nullable UUID team = ticket.teamId();
        return team == null || teams.isEmpty() || teams.get().contains(team);
    }
}
