package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Change;
import io.omniflow.sla.clock.domain.Measures;
import io.omniflow.sla.clock.domain.Summary;
import io.omniflow.sla.clock.domain.TicketClocks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** What is shown of locked tickets' clocks, for those who tell something else about these tickets. */
@ApplicationScoped
public class SummarizeClocks {
    private final TicketFiles files;
    private final Policies policies;

    SummarizeClocks(TicketFiles files, Policies policies) {
        this.files = files;
        this.policies = policies;
    }

    /** @param toldSequence how many SLA facts have been told */
    public record Summarized(TicketKey key, long toldSequence, Summary summary) {}

    public Uni<List<Summarized>> of(SqlConnection transaction, Collection<TicketKey> tickets) {
        return files.read(transaction, tickets).flatMap(read -> policies.of(transaction, SettleClocks.revisions(read))
                .map(inForce -> read.stream()
                        .map(file -> new Summarized(
                                file.key(),
                                file.toldSequence(),
                                Summary.of(clocks(
                                        file,
                                        file.terms().in(inForce, file.key().workspace())))))
                        .toList()));
    }

    private static TicketClocks clocks(TicketFile file, Measures measures) {
        List<Change> changes =
                Change.complete(file.facts().stream().map(TicketFact::fact).toList());
        return changes.isEmpty()
                ? TicketClocks.NONE
                : TicketClocks.replay(changes, measures).getLast().after();
    }
}
