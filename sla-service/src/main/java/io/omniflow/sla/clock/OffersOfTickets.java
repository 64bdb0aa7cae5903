package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Offer;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Terms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** The policy and the calendar tickets are measured by now. */
@ApplicationScoped
public class OffersOfTickets {
    private final TicketFiles files;
    private final Policies policies;

    OffersOfTickets(TicketFiles files, Policies policies) {
        this.files = files;
        this.policies = policies;
    }

    /** Of a ticket without clocks it is the default of today. */
    public Uni<Map<TicketKey, Offer>> of(SqlConnection transaction, Collection<TicketKey> tickets) {
        return files.measuredBy(transaction, tickets)
                .flatMap(stands -> policies.of(transaction, revisions(tickets, stands))
                        .map(inForce -> {
                            Map<TicketKey, Offer> offers = new HashMap<>();
                            tickets.forEach(key -> offers.put(
                                    key,
                                    inForce.terms(key.workspace(), OptionalInt.empty())
                                            .offers()
                                            .getLast()));
                            stands.forEach(one -> offers.put(one.key(), offer(one, inForce)));
                            return offers;
                        }));
    }

    private static Offer offer(MeasuredTicket ticket, Policies.InForce inForce) {
        Terms terms = inForce.terms(ticket.key().workspace(), OptionalInt.of(ticket.revision()));
        PolicyRef policy = ticket.policy();
        return terms.offer(policy).orElseGet(terms.offers()::getLast);
    }

    private static Map<WorkspaceId, Set<Integer>> revisions(
            Collection<TicketKey> tickets, List<MeasuredTicket> stands) {
        Map<WorkspaceId, Set<Integer>> revisions = new HashMap<>();
        tickets.forEach(key -> revisions.computeIfAbsent(key.workspace(), _ -> new HashSet<>()));
        stands.forEach(one -> revisions
                .computeIfAbsent(one.key().workspace(), _ -> new HashSet<>())
                .add(one.revision()));
        return revisions;
    }
}
