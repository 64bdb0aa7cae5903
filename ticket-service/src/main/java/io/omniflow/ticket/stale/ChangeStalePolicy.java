package io.omniflow.ticket.stale;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.ticket.stale.domain.StalePolicy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Replaces a workspace's policy and tells of it; what changes nothing keeps the version and is not told. */
@ApplicationScoped
public class ChangeStalePolicy {
    private final Transactions transactions;
    private final StalePolicies policies;
    private final StalePolicyEvents events;
    private final Outbox outbox;
    private final Clock clock;

    ChangeStalePolicy(
            Transactions transactions, StalePolicies policies, StalePolicyEvents events, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.policies = policies;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param wanted its version means nothing
     * @param version the one the caller has read, where it insists; another one is 412
     */
    public Uni<StalePolicy> replace(WorkspaceId workspace, StalePolicy wanted, Optional<Long> version, Origin origin) {
        return transactions.write(
                transaction -> policies.lock(transaction, workspace).flatMap(before -> {
                    ETags.check(version, before.version());
                    if (wanted.inVersion(before.version()).equals(before)) {
                        return Uni.createFrom().item(before);
                    }
                    StalePolicy after = wanted.inVersion(before.version() + 1);
                    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
                    return policies.save(transaction, workspace, after)
                            .chain(() -> outbox.append(
                                    transaction, List.of(events.changed(workspace, before, after, now, origin))))
                            .replaceWith(after);
                }));
    }
}
