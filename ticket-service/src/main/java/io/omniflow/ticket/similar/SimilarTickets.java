package io.omniflow.ticket.similar;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.TicketScope;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.similar.domain.Likeness;
import io.omniflow.ticket.similar.domain.Traits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The tickets most like another one: likely duplicates. */
@ApplicationScoped
public class SimilarTickets {
    private static final int MOST = 10;

    private final ShownTickets tickets;
    private final Candidates candidates;

    SimilarTickets(ShownTickets tickets, Candidates candidates) {
        this.tickets = tickets;
        this.candidates = candidates;
    }

    public record Similar(ShownTicket ticket, Likeness likeness) {}

    /** Most alike first, within the scope. Fails with 404. */
    public Uni<List<Similar>> to(WorkspaceId workspace, TicketRef ref, TicketScope scope) {
        return tickets.find(workspace, ref, scope)
                .map(found ->
                        found.orElseThrow(() -> Problems.notFound("ticket")).ticket())
                .flatMap(ticket -> {
                    Traits traits = traits(ticket);
                    return candidates.of(workspace, ticket, traits.title()).flatMap(found -> tickets.matchingAmong(
                                    workspace, TicketFilter.everything().seenIn(scope), found.keySet())
                            .map(shown -> weighed(traits, shown, found)));
                });
    }

    private static List<Similar> weighed(Traits traits, List<ShownTicket> shown, Map<UUID, Double> trigrams) {
        return shown.stream()
                .map(other -> new Similar(
                        other,
                        Likeness.of(
                                traits,
                                traits(other.ticket()),
                                trigrams.getOrDefault(other.ticket().id().value(), 0.0))))
                .filter(similar -> similar.likeness().score() >= Likeness.LEAST)
                .sorted(Comparator.comparingDouble(
                                (Similar similar) -> similar.likeness().score())
                        .reversed()
                        .thenComparing(similar -> similar.ticket().ticket().number()))
                .limit(MOST)
                .toList();
    }

    private static Traits traits(Ticket ticket) {
        return Traits.of(ticket.title(), ticket.description(), ticket.tags().values(), ticket.contactIds());
    }
}
