package io.omniflow.ticket.merge.domain;

import static io.omniflow.ticket.lifecycle.domain.Tickets.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Refused;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.lifecycle.domain.Tickets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergingTest {
    private static final UUID MERGE = new UUID(5, 1);

    private final Ticket destination = Tickets.open();
    private final Ticket source = ticket(7);

    private static Ticket ticket(int id) {
        Ticket any = Tickets.open();
        return new Ticket(
                new TicketId(new UUID(0, id)),
                id,
                any.title(),
                null,
                Status.RESOLVED,
                any.priority(),
                null,
                null,
                any.tags(),
                List.of(),
                List.of(),
                Map.of(),
                any.source(),
                null,
                null,
                4,
                NOON,
                NOON.plusSeconds(60),
                null,
                NOON.plusSeconds(30),
                null);
    }

    private Merging.Outcome merged(Map<TicketId, List<UUID>> notes) {
        return new Merging(MERGE, destination, List.of(source), notes, List.of(), Start.OWN)
                .decide(NOON.plusSeconds(1));
    }

    @Test
    void all_facts_are_of_one_time_that_is_before_no_earlier_fact_of_any_ticket() {
        var merged = assertInstanceOf(Merging.Merged.class, merged(Map.of()));
        assertEquals(NOON.plusSeconds(60), merged.destination().ticket().updatedAt());
        Ticket gone = merged.sources().getFirst().ticket();
        assertEquals(NOON.plusSeconds(60), gone.updatedAt());
        assertEquals(NOON.plusSeconds(60), gone.closedAt());
        assertEquals(NOON.plusSeconds(30), gone.resolvedAt());
        assertEquals(5, gone.version());
    }

    @Test
    void a_merge_moves_no_more_notes_than_its_events_can_tell() {
        List<UUID> most = IntStream.range(0, Merging.MOST_NOTES)
                .mapToObj(i -> new UUID(9, i))
                .toList();
        assertInstanceOf(Merging.Merged.class, merged(Map.of(source.id(), most)));
        var declined = assertInstanceOf(
                Merging.Declined.class, merged(Map.of(source.id(), most, destination.id(), List.of(new UUID(8, 8)))));
        assertEquals(new MergeRefusal.TooManyNotes(), declined.reason());
    }

    @Test
    void a_merged_ticket_takes_nothing_but_its_restoring() {
        Ticket gone = assertInstanceOf(Merging.Merged.class, merged(Map.of()))
                .sources()
                .getFirst()
                .ticket();
        Step.Restore restore = new Step.Restore(
                MERGE,
                destination.id(),
                new Step.Restore.Former(Status.RESOLVED, NOON.plusSeconds(30), null, List.of(), null));
        assertInstanceOf(Accepted.class, gone.decide(List.of(restore), NOON));
        assertInstanceOf(Refused.class, gone.decide(List.of(restore, new Step.SetTitle("x")), NOON));
        assertInstanceOf(Refused.class, gone.decide(List.of(), NOON));
    }

    @Test
    void sources_are_one_to_twenty_different_ones() {
        assertEquals(Optional.of(new MergeRefusal.NoSource()), Merging.flaw(List.of(), "d"));
        assertEquals(Optional.of(new MergeRefusal.TooManySources()), Merging.flaw(Collections.nCopies(21, "a"), "d"));
        assertEquals(Optional.of(new MergeRefusal.SourceTwice(2)), Merging.flaw(List.of("a", "b", "a"), "d"));
        assertEquals(Optional.of(new MergeRefusal.SourceIsDestination(1)), Merging.flaw(List.of("a", "d"), "d"));
        assertEquals(
                Optional.empty(),
                Merging.flaw(IntStream.range(0, 20).mapToObj(Integer::toString).toList(), "d"));
    }
}
