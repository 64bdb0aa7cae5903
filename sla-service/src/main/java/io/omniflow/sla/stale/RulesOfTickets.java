package io.omniflow.sla.stale;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.OffersOfTickets;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.domain.Calendar;
import io.omniflow.sla.clock.domain.Offer;
import io.omniflow.sla.clock.domain.Silence;
import io.omniflow.sla.stale.domain.Rules;
import io.omniflow.sla.stale.domain.StalePolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** By what each ticket of a batch is judged, read once for all of them. */
@ApplicationScoped
class RulesOfTickets {
    private final Watches watches;
    private final StalePolicies stalePolicies;
    private final OffersOfTickets offers;
    private final StaleConfig config;

    RulesOfTickets(Watches watches, StalePolicies stalePolicies, OffersOfTickets offers, StaleConfig config) {
        this.watches = watches;
        this.stalePolicies = stalePolicies;
        this.offers = offers;
        this.config = config;
    }

    record InForce(
            Map<WorkspaceId, StalePolicy> stale,
            Map<TicketKey, Offer> offers,
            StaleConfig config,
            List<Silence> silences) {

        /** The calendar is that of the policy by which the ticket is measured. */
        Rules of(TicketKey ticket) {
            Calendar calendar = Objects.requireNonNull(offers.get(ticket)).calendar();
            return new Rules(
                    stale.getOrDefault(ticket.workspace(), StalePolicy.DEFAULT),
                    calendar,
                    config.leastRetry(),
                    silences);
        }
    }

    /** To be called before watches are locked; see {@link StalePolicies#hold}. The tickets themselves are locked. */
    Uni<InForce> hold(SqlConnection transaction, Collection<TicketKey> tickets) {
        return Uni.combine()
                .all()
                .unis(
                        watches.silences(transaction),
                        stalePolicies.hold(
                                transaction,
                                tickets.stream().map(TicketKey::workspace).collect(Collectors.toSet())),
                        offers.of(transaction, tickets))
                .with((silences, stale, measured) -> new InForce(stale, measured, config, silences));
    }
}
