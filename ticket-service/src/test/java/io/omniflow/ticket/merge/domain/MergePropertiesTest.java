package io.omniflow.ticket.merge.domain;

import static io.omniflow.ticket.lifecycle.domain.Tickets.NOON;

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
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Whatever is merged and undone in whatever order: in the end it is as if nobody had merged. */
class MergePropertiesTest {
    private static List<Ticket> opened(int tickets) {
        return IntStream.range(0, tickets)
                .mapToObj(i -> Ticket.open(
                                new NewTicket(
                                        "t" + i,
                                        null,
                                        Status.OPEN,
                                        Priority.NORMAL,
                                        null,
                                        null,
                                        Tags.of(i % 2 == 0 ? List.of("a") : List.of()),
                                        List.of(),
                                        List.of(),
                                        Map.of(),
                                        Source.API,
                                        null),
                                new TicketId(new UUID(1, i)),
                                i,
                                NOON)
                        .ticket())
                .toList();
    }

    @Property(tries = 2_000)
    void after_all_undos_each_ticket_is_as_if_it_had_never_merged(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 5) int tickets, @ForAll @IntRange(max = 80) int deeds) {
        List<Ticket> opened = opened(tickets);
        Tale tale = new Tale(opened, new Ledger(opened), seed);
        int done = tale.happen(deeds);
        tale.undoAll();
        tale.endsAsIfNeverMerged();
        Statistics.collect(done > 20 ? "long" : "short");
    }
}
