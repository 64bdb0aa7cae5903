package io.omniflow.sla.policy;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.clock.ReapplyTerms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** MetricWords tickets by the policies as they are now, on purpose. What was counted stays counted. */
@ApplicationScoped
public class ReapplyPolicy {
    private final Books books;
    private final ReapplyTerms terms;
    private final InstantSource time;

    ReapplyPolicy(Books books, ReapplyTerms terms, InstantSource time) {
        this.books = books;
        this.terms = terms;
        this.time = time;
    }

    /** Every ticket not resolved that the policy measures or would measure now. Tells how many changed; fails with 404. */
    public Uni<Long> toItsTickets(WorkspaceId workspace, UUID policy) {
        return known(workspace, policy).chain(() -> terms.reapply(workspace, policy, time.instant()));
    }

    /** Those tickets, whichever policy measures them. Tells how many changed; fails with 404. */
    public Uni<Long> toTickets(WorkspaceId workspace, UUID policy, List<UUID> tickets) {
        return known(workspace, policy).chain(() -> terms.reapply(workspace, tickets, time.instant()));
    }

    private Uni<Void> known(WorkspaceId workspace, UUID policy) {
        return books.newest(workspace)
                .map(shelf -> shelf.find(policy).orElseThrow(() -> Problems.notFound("The policy")))
                .replaceWithVoid();
    }
}
