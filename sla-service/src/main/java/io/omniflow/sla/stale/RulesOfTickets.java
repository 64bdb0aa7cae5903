package io.omniflow.sla.stale;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.Policies;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Silence;
import io.omniflow.sla.clock.domain.Terms;
import io.omniflow.sla.stale.domain.Rules;
import io.omniflow.sla.stale.domain.StalePolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** By what each ticket of a batch is judged, read once for all of them. */
@ApplicationScoped
class RulesOfTickets {
    private final Watches watches;
    private final StalePolicies stalePolicies;
    private final Policies policies;
    private final StaleConfig config;

    RulesOfTickets(Watches watches, StalePolicies stalePolicies, Policies policies, StaleConfig config) {
        this.watches = watches;
        this.stalePolicies = stalePolicies;
        this.policies = policies;
        this.config = config;
    }

    record InForce(
            Map<WorkspaceId, StalePolicy> stale, Policies.InForce sla, StaleConfig config, List<Silence> silences) {

        /** The calendar is that of the policy the ticket's clocks began under. */
        Rules of(TicketKey ticket, Optional<PolicyRef> begunUnder) {
            return new Rules(
                    stale.getOrDefault(ticket.workspace(), StalePolicy.DEFAULT),
                    terms(ticket, begunUnder).calendar(),
                    config.leastRetry(),
                    silences);
        }

        Terms terms(TicketKey ticket, Optional<PolicyRef> begunUnder) {
            return sla.terms(ticket.workspace(), begunUnder);
        }
    }

    /** To be called before watches are locked; see {@link StalePolicies#hold}. */
    Uni<InForce> hold(SqlConnection transaction, Set<WorkspaceId> workspaces) {
        return Uni.combine()
                .all()
                .unis(
                        watches.silences(transaction),
                        stalePolicies.hold(transaction, workspaces),
                        policies.of(transaction, workspaces))
                .with((silences, stale, sla) -> new InForce(stale, sla, config, silences));
    }
}
