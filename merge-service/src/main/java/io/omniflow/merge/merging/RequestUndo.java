package io.omniflow.merge.merging;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.merging.domain.Asked;
import io.omniflow.merge.merging.domain.Merge;
import io.omniflow.merge.merging.domain.UndoDecision;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes the wish to undo a merge, as far as it is not too late and nothing stands in the way, and asks ticket-service for it. */
@ApplicationScoped
public class RequestUndo {
    private final Permissions permissions;
    private final Merges merges;
    private final MergeEvents events;
    private final Outbox outbox;
    private final MergingConfig config;
    private final Clock clock;

    RequestUndo(
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

    /**
     * Fails with 403 where the caller's role may not undo, 404 for no merge, and {@link
     * CannotUndo} for an obstacle.
     */
    public Uni<Merge> request(SqlConnection transaction, Caller caller, UUID id, Origin origin) {
        return permissions
                .read(transaction, caller.workspace())
                .invoke(allowed -> allowed.mayUndo(caller))
                .chain(() -> merges.lock(transaction, new Merges.Id(caller.workspace(), id)))
                .map(found -> found.orElseThrow(() -> Problems.notFound("The merge")))
                .flatMap(merge -> merges.holding(
                                transaction, merge.workspace(), merge.wish().destination())
                        .flatMap(inTheWay -> decided(transaction, merge, inTheWay, caller.actor(), origin)));
    }

    private Uni<Merge> decided(
            SqlConnection transaction, Merge merge, Optional<UUID> inTheWay, String actor, Origin origin) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return switch (merge.undo(new Asked(actor, now), inTheWay)) {
            case UndoDecision.Refused(var why) -> Uni.createFrom().failure(new CannotUndo(why));
            case UndoDecision.Accepted(Merge asked) -> save(transaction, asked, now, origin);
        };
    }

    private Uni<Merge> save(SqlConnection transaction, Merge merge, Instant now, Origin origin) {
        OutboundEvent command = events.command(merge, now, origin);
        Merges.Command sent = new Merges.Command(command.id(), origin.correlationId(), 1, config.repeatAt(now, 1));
        return merges.save(transaction, List.of(merge))
                .chain(() -> merges.sent(transaction, List.of(new Merges.Sent(merge, sent))))
                .chain(() -> outbox.append(transaction, List.of(events.reached(merge, origin), command)))
                .replaceWith(merge);
    }
}
