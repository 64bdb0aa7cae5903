package io.omniflow.ticket.lifecycle;

import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to; an empty set or null narrows nothing. Values of one field are alternatives (all tags must be
 * there, though), fields narrow each other. Ranges hold from their start to just before their end.
 */
public record TicketFilter(
        Set<Status> statuses,
        Set<Priority> priorities,
        Assignees assignees,
        Set<UUID> teams,
        Set<String> tags,
        @Nullable UUID contact,
        @Nullable UUID conversation,
        Set<Source> sources,
        Map<String, Object> customFields,
        Range created,
        Range updated,
        Set<String> slaStates) {

    /** Whose tickets: these agents', or nobody's. */
    public record Assignees(Set<UUID> agents, Nobody nobody) {
        /** Whether tickets without an assignee match, too. */
        public enum Nobody {
            EXCLUDED,
            INCLUDED
        }
    }

    public record Range(@Nullable Instant from, @Nullable Instant to) {}
}
