package io.omniflow.integration.sync;

import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.link.LinkFollower;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.sync.domain.TiedLink;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A new issue is read as soon as it is there, for the ticket may have moved on while it was made. */
@ApplicationScoped
class FollowLink implements LinkFollower {
    private final Ties ties;
    private final Deliveries deliveries;
    private final Clock clock;

    FollowLink(Ties ties, Deliveries deliveries, Clock clock) {
        this.ties = ties;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public Uni<Void> linked(SqlClient transaction, Link link) {
        return ties.findForChange(transaction, link.workspace(), link.id())
                .flatMap(tied -> tied.filter(TiedLink::carries)
                        .map(known -> deliveries.addUnlessWaiting(
                                transaction, Calls.of(known, Operation.REFRESH, clock.instant())))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
