package io.omniflow.ticket.merge.domain;

import static io.omniflow.ticket.lifecycle.domain.Tickets.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A tag stays as long as somebody who brought it is there, or somebody gave it to the ticket itself. */
class GrantsTest {
    private static final UUID FIRST = new UUID(5, 1);
    private static final UUID SECOND = new UUID(5, 2);

    private final Ticket a = tagged(1, "v", "x");
    private final Ticket b = tagged(2, "v");
    private final Ticket d = tagged(3, "own");
    private final Ledger ledger = new Ledger(List.of(a, b, d));

    private static Ticket tagged(int number, String... tags) {
        NewTicket wanted = new NewTicket(
                "t",
                null,
                Status.OPEN,
                Priority.NORMAL,
                null,
                null,
                Tags.of(List.of(tags)),
                List.of(),
                List.of(),
                Map.of(),
                Source.API,
                null);
        return Ticket.open(wanted, new TicketId(new UUID(1, number)), number, NOON)
                .ticket();
    }

    private void done(Deed deed) {
        assertTrue(ledger.attempt(deed).isPresent(), "Refused: " + deed);
    }

    private void merge(UUID merge, Ticket... sources) {
        done(new Deed.Merge(merge, List.of(sources).stream().map(Ticket::id).toList(), d.id()));
    }

    private void tags(String... expected) {
        assertEquals(List.of(expected), ledger.ticket(d.id()).tags().values());
    }

    @Test
    void what_two_merges_brought_leaves_with_the_second_of_them() {
        merge(FIRST, a);
        merge(SECOND, b);
        tags("own", "v", "x");
        done(new Deed.Undo(FIRST));
        tags("own", "v");
        done(new Deed.Undo(SECOND));
        tags("own");
    }

    @Test
    void what_two_sources_of_one_merge_brought_leaves_with_it() {
        merge(FIRST, a, b);
        tags("own", "v", "x");
        done(new Deed.Undo(FIRST));
        tags("own");
    }

    @Test
    void what_was_given_to_the_ticket_itself_meanwhile_stays() {
        merge(FIRST, a);
        done(new Deed.AddTag(d.id(), "V"));
        done(new Deed.Undo(FIRST));
        tags("own", "v");
    }

    @Test
    void what_was_taken_away_comes_back_only_with_another_merge() {
        merge(FIRST, a);
        done(new Deed.RemoveTag(d.id(), "v"));
        tags("own", "x");
        merge(SECOND, b);
        tags("own", "v", "x");
        done(new Deed.Undo(SECOND));
        tags("own", "x");
        done(new Deed.Undo(FIRST));
        tags("own");
        assertEquals(List.of("v", "x"), ledger.ticket(a.id()).tags().values());
    }
}
