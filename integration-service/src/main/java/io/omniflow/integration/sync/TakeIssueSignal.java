package io.omniflow.integration.sync;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.Sync;
import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.incoming.SignalTaker;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.sync.domain.TiedLink;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** A webhook says that an issue changed: every ticket tied to it has it read again. */
@ApplicationScoped
class TakeIssueSignal implements SignalTaker {
    private final Ties ties;
    private final Deliveries deliveries;
    private final Clock clock;

    TakeIssueSignal(Ties ties, Deliveries deliveries, Clock clock) {
        this.ties = ties;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public Uni<Void> take(SqlClient transaction, Connection connection, Signal signal) {
        return switch (signal) {
            case Signal.IssueChanged(String issue, var _, var _) ->
                connection.terms().sync() == Sync.BIDIRECTIONAL
                        ? readAgain(transaction, connection, issue)
                        : Uni.createFrom().voidItem();
            case Signal.CommentWritten _, Signal.ThreadReply _ -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> readAgain(SqlClient transaction, Connection connection, String issue) {
        return ties.ofIssue(transaction, connection.workspace(), connection.id(), issue)
                .flatMap(links -> Multi.createFrom()
                        .iterable(links)
                        .filter(TiedLink::carries)
                        .onItem()
                        .transformToUniAndConcatenate(link -> deliveries.addUnlessWaiting(
                                transaction, Calls.of(link, Operation.REFRESH, clock.instant())))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }
}
