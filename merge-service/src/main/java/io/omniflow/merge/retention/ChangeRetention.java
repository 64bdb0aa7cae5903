package io.omniflow.merge.retention;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Sets how long a workspace keeps its log. */
@ApplicationScoped
public class ChangeRetention {
    private final Transactions transactions;
    private final Retentions retentions;
    private final ArchiveKeys keys;
    private final RetentionEvents events;
    private final Outbox outbox;
    private final Clock clock;

    ChangeRetention(
            Transactions transactions,
            Retentions retentions,
            ArchiveKeys keys,
            RetentionEvents events,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.retentions = retentions;
        this.keys = keys;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Fails with 412, with 422 for days out of range, with 409 where this installation has no key to sign archives with. */
    public Uni<Retention> change(
            WorkspaceId workspace, MergePatch<Integer> keepDays, Optional<Long> version, Origin origin) {
        return transactions.write(
                transaction -> retentions.lock(transaction, workspace).chain(before -> {
                    ETags.check(version, before.version());
                    Integer days = keepDays.over(before.keepDays());
                    if (Objects.equals(days, before.keepDays())) {
                        return Uni.createFrom().item(before);
                    }
                    Retention after = checked(new Retention(days, before.version() + 1));
                    return retentions
                            .save(transaction, workspace, after)
                            .chain(() -> outbox.append(
                                    transaction,
                                    List.of(events.changed(
                                            workspace,
                                            before,
                                            after,
                                            clock.instant().truncatedTo(ChronoUnit.MILLIS),
                                            origin))))
                            .replaceWith(after);
                }));
    }

    private Retention checked(Retention wanted) {
        Integer days = wanted.keepDays();
        if (days != null && (days < Retention.FEWEST_DAYS || days > Retention.MOST_DAYS)) {
            throw Problems.invalid(
                    "/keepDays",
                    "Must be between " + Retention.FEWEST_DAYS + " and " + Retention.MOST_DAYS + ", or null");
        }
        if (days != null && keys.signing().isEmpty()) {
            throw Problems.conflict("no-archive-key", "No key is configured to sign archives with");
        }
        return wanted;
    }
}
