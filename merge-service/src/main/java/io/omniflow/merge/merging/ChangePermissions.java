package io.omniflow.merge.merging;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Changes who may merge and undo, and tells of it; what changes nothing keeps the version and is not told. */
@ApplicationScoped
public class ChangePermissions {
    private final Transactions transactions;
    private final Permissions permissions;
    private final MergeEvents events;
    private final Outbox outbox;
    private final Clock clock;

    ChangePermissions(
            Transactions transactions, Permissions permissions, MergeEvents events, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.permissions = permissions;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param version the one the caller has read, where it insists; another one is 412 */
    public Uni<MergePermissions> change(
            WorkspaceId workspace, UnaryOperator<MergePermissions> change, Optional<Long> version, Origin origin) {
        return transactions.write(
                transaction -> permissions.lock(transaction, workspace).flatMap(before -> {
                    ETags.check(version, before.version());
                    MergePermissions wanted = change.apply(before);
                    if (wanted.equals(before)) {
                        return Uni.createFrom().item(before);
                    }
                    MergePermissions after = wanted.inVersion(before.version() + 1);
                    Instant now = Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
                    return permissions
                            .save(transaction, workspace, after)
                            .chain(() -> outbox.append(
                                    transaction, List.of(events.changed(workspace, before, after, now, origin))))
                            .replaceWith(after);
                }));
    }
}
