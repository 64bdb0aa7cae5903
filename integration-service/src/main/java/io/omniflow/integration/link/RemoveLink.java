package io.omniflow.integration.link;

import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unties ticket and issue; the issue itself stays. What was not delivered yet is cancelled, unless a call is on its way. */
@ApplicationScoped
public class RemoveLink {
    private final Transactions transactions;
    private final Links links;
    private final Deliveries deliveries;
    private final LinkEvents events;
    private final Outbox outbox;
    private final Clock clock;

    RemoveLink(
            Transactions transactions,
            Links links,
            Deliveries deliveries,
            LinkEvents events,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.links = links;
        this.deliveries = deliveries;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Uni<Void> remove(WorkspaceId workspace, LinkId id, Optional<Long> expected, Origin origin) {
        return transactions.write(transaction -> links.findForChange(transaction, workspace, id)
                .map(found -> found.orElseThrow(() -> Problems.notFound("The link")))
                .invoke(link -> ETags.check(expected, link.version()))
                .flatMap(link -> remove(transaction, link, clock.instant(), origin)));
    }

    private Uni<Void> remove(SqlClient transaction, Link link, Instant now, Origin origin) {
        return deliveries
                .cancel(transaction, link.workspace(), link.id().value(), now)
                .invoke(busy -> {
                    if (busy > 0) {
                        throw Problems.conflict(
                                "delivery-under-way",
                                "The other system is being called right now; try again in a moment");
                    }
                })
                .flatMap(_ -> links.remove(transaction, link.workspace(), link.id()))
                .flatMap(_ -> {
                    @Nullable ExternalIssue issue = link.issue();
                    return issue == null
                            ? Uni.createFrom().voidItem()
                            : outbox.append(transaction, List.of(events.removed(link, issue, now, origin)));
                });
    }
}
