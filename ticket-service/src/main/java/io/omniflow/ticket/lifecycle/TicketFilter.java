package io.omniflow.ticket.lifecycle;

import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list is narrowed to; an empty set or null narrows nothing. Values of one field are alternatives (all tags must be
 * there, though), fields narrow each other. A custom field lists the JSON values it may have. Ranges hold from their start to just before their end. {@code words}
 * are searched for in title, description and notes. {@code scope} is what the asker may see. {@code within} is another filter that must let the ticket through, too.
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
        Map<String, List<Object>> customFields,
        Range created,
        Range updated,
        Set<String> slaStates,
        @Nullable String words,
        TicketScope scope,
        @Nullable TicketFilter within) {

    private static final TicketFilter EVERYTHING = new TicketFilter(
            Set.of(),
            Set.of(),
            new Assignees(Set.of(), Assignees.Nobody.EXCLUDED),
            Set.of(),
            Set.of(),
            null,
            null,
            Set.of(),
            Map.of(),
            new Range(null, null),
            new Range(null, null),
            Set.of(),
            null,
            TicketScope.ALL,
            null);
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Whose tickets: these agents', or nobody's. */
    public record Assignees(Set<UUID> agents, Nobody nobody) {
        /** Whether tickets without an assignee match, too. */
        public enum Nobody {
            EXCLUDED,
            INCLUDED
        }
    }

    /** Narrows nothing. */
    public static TicketFilter everything() {
        return EVERYTHING;
    }

    /** This filter and another one; both must let a ticket through. */
    public TicketFilter within(TicketFilter outer) {
        return with(scope, within == null ? outer : within.within(outer));
    }

    /** For somebody who may see no more than that. */
    public TicketFilter seenIn(TicketScope bounds) {
        return with(bounds, within);
    }

    private TicketFilter with(TicketScope bounds, @Nullable TicketFilter outer) {
        return new TicketFilter(
                statuses,
                priorities,
                assignees,
                teams,
                tags,
                contact,
                conversation,
                sources,
                customFields,
                created,
                updated,
                slaStates,
                words,
                bounds,
                outer);
    }

    /** Empty for a time outside the years the database can tell. */
    public static Optional<Instant> storable(Instant time) {
        return time.isBefore(EARLIEST) || time.isAfter(LATEST) ? Optional.empty() : Optional.of(time);
    }

    public record Range(@Nullable Instant from, @Nullable Instant to) {}
}
