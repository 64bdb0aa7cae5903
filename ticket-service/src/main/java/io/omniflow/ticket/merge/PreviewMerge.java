package io.omniflow.ticket.merge;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.omniflow.ticket.lifecycle.TicketsInBulk;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.merge.domain.Merging;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What a merge would come to right now, by the decision the merge itself takes. */
@ApplicationScoped
public class PreviewMerge {
    private final TicketsInBulk tickets;
    private final Merges merges;

    PreviewMerge(TicketsInBulk tickets, Merges merges) {
        this.tickets = tickets;
        this.merges = merges;
    }

    public record Preview(Ticket destination, List<Ticket> sources, Merging.Outcome outcome) {}

    /** Fails with 404 for a ticket that is not there or out of scope, and 422 for sources that name one ticket twice. */
    public Uni<Preview> of(WorkspaceId workspace, List<TicketRef> sources, TicketRef destination, TicketScope scope) {
        List<TicketRef> all = new ArrayList<>(sources);
        all.add(destination);
        return tickets.find(workspace, all).flatMap(found -> {
            Ticket into = named(found, destination, scope);
            List<Ticket> from =
                    sources.stream().map(ref -> named(found, ref, scope)).toList();
            Merging.flaw(from.stream().map(Ticket::id).toList(), into.id()).ifPresent(flaw -> {
                throw MergeProblems.of(flaw);
            });
            List<UUID> ids = from.stream().map(source -> source.id().value()).toList();
            return merges.ground(workspace, into.id().value(), ids)
                    .map(ground -> new Preview(
                            into,
                            from,
                            new Merging(Ids.next(), into, from, ground.notes(), ground.grants(), ground.start())
                                    .decide(Instant.EPOCH)));
        });
    }

    private static Ticket named(List<Ticket> found, TicketRef ref, TicketScope scope) {
        return found.stream()
                .filter(ticket -> switch (ref) {
                    case TicketRef.ById(var id) -> ticket.id().equals(id);
                    case TicketRef.ByNumber(long number) -> ticket.number() == number;
                })
                .filter(scope::holds)
                .findFirst()
                .orElseThrow(() -> Problems.notFound("ticket"));
    }
}
