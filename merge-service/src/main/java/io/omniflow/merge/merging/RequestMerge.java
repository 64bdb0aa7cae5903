package io.omniflow.merge.merging;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.time.Ids;
import io.omniflow.merge.merging.domain.Asked;
import io.omniflow.merge.merging.domain.Merge;
import io.omniflow.merge.merging.domain.Wish;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Takes the wish for a merge and asks ticket-service for it. Whether the tickets are there is for ticket-service to say. */
@ApplicationScoped
public class RequestMerge {
    private final Permissions permissions;
    private final Merges merges;
    private final MergeEvents events;
    private final Outbox outbox;
    private final MergingConfig config;
    private final Clock clock;

    RequestMerge(
            Permissions permissions,
            Merges merges,
            MergeEvents events,
            Outbox outbox,
            MergingConfig config,
            Clock clock) {
        this.permissions = permissions;
        this.merges = merges;
        this.events = events;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** Fails with 403 where the caller's role may not merge. */
    public Uni<Merge> request(SqlConnection transaction, Caller caller, Wish wish, Origin origin) {
        return permissions.read(transaction, caller.workspace()).flatMap(allowed -> {
            allowed.mayMerge(caller);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            Merge merge = Merge.requested(caller.workspace(), Ids.next(), wish, new Asked(caller.actor(), now));
            OutboundEvent command = events.command(merge, now, origin);
            return merges.add(
                            transaction,
                            merge,
                            new Merges.Command(command.id(), origin.correlationId(), 1, config.repeatAt(now, 1)))
                    .chain(() -> outbox.append(transaction, List.of(events.reached(merge, origin), command)))
                    .replaceWith(merge);
        });
    }
}
