package io.omniflow.ticket.merge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.outbox.Transactions;
import io.omniflow.testing.Backing;
import io.omniflow.ticket.Desk;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.domain.Tale;
import io.omniflow.ticket.note.Notes;
import io.omniflow.ticket.note.WriteNotes;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** The tales of {@link io.omniflow.ticket.merge.domain.MergePropertiesTest}, told by the tables. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class NeverMergedIT {
    private static final int DEEDS = 60;

    @Inject
    Transactions transactions;

    @Inject
    ChangeTicket changes;

    @Inject
    WriteNotes writeNotes;

    @Inject
    Notes notes;

    @Inject
    ShownTickets tickets;

    @Inject
    MergeTickets mergeTickets;

    @Inject
    UndoMerge undoMerge;

    @RepeatedTest(12)
    void after_all_undos_each_ticket_is_as_if_it_had_never_merged() {
        long seed = new Random().nextLong();
        Desk desk = new Desk();
        StoredWorld world = new StoredWorld(
                desk.workspace,
                new StoredWorld.Cases(transactions, changes, writeNotes, notes, tickets, mergeTickets, undoMerge));
        List<Ticket> opened = IntStream.range(0, 4)
                .mapToObj(i -> desk.open("{\"title\":\"t\",\"tags\":[\"" + (i % 2 == 0 ? "a" : "z") + "\"]}"))
                .map(id -> world.ticket(new TicketId(UUID.fromString(id))))
                .toList();
        Tale tale = new Tale(opened, world, seed);
        try {
            assertTrue(tale.happen(DEEDS) > 0);
            assertEquals(List.of(), Invariants.broken(desk.workspace));
            tale.undoAll();
            tale.endsAsIfNeverMerged();
            assertEquals(List.of(), Invariants.broken(desk.workspace));
            assertEquals(0, desk.rows("merge_grant"));
            assertEquals(0, desk.rows("merge_item"));
            assertEquals(0, desk.rows("merged_ticket"));
        } catch (AssertionError difference) {
            throw new AssertionError("Seed " + seed, difference);
        }
    }
}
