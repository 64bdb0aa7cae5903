package io.omniflow.integration.sync;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.Sync;
import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.incoming.SignalTaker;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.sync.domain.Mapping;
import io.omniflow.integration.sync.domain.Tie;
import io.omniflow.integration.sync.domain.TiedLink;
import io.omniflow.kit.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * A webhook says that an issue changed, and every ticket tied to it has it read again; or that somebody wrote a comment, which
 * becomes a note for engineering, once.
 */
@ApplicationScoped
class TakeIssueSignal implements SignalTaker {
    private final Ties ties;
    private final Mappings mappings;
    private final Deliveries deliveries;
    private final SyncEvents events;
    private final Outbox outbox;
    private final Clock clock;

    TakeIssueSignal(
            Ties ties, Mappings mappings, Deliveries deliveries, SyncEvents events, Outbox outbox, Clock clock) {
        this.ties = ties;
        this.mappings = mappings;
        this.deliveries = deliveries;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Void> take(SqlClient transaction, Connection connection, Signal signal) {
        return switch (signal) {
            case Signal.IssueChanged _ when isOneWay(connection) -> nothing();
            case Signal.CommentWritten _ when isOneWay(connection) -> nothing();
            case Signal.IssueChanged(String issue, var _, var _) -> readAgain(transaction, connection, issue);
            case Signal.CommentWritten comment -> note(transaction, connection, comment);
            case Signal.ThreadReply _ -> nothing();
        };
    }

    private static boolean isOneWay(Connection connection) {
        return connection.terms().sync() == Sync.ONE_WAY;
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> note(SqlClient transaction, Connection connection, Signal.CommentWritten comment) {
        return mappings.of(transaction, connection.workspace(), connection.id())
                .flatMap(stored -> stored.mapping().extras().contains(Mapping.Extra.COMMENTS)
                        ? ties.ofIssue(transaction, connection.workspace(), connection.id(), comment.issueId())
                        : Uni.createFrom().item(List.<TiedLink>of()))
                .flatMap(links -> Multi.createFrom()
                        .iterable(links)
                        .filter(link -> link.carries() && link.tie().course() == Tie.Course.RUNS)
                        .onItem()
                        .transformToUniAndConcatenate(link -> note(transaction, link, comment))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> note(SqlClient transaction, TiedLink link, Signal.CommentWritten comment) {
        return ties.rememberComment(transaction, link.workspace(), link.id(), comment.commentId())
                .flatMap(isNew -> isNew
                        ? outbox.append(transaction, List.of(events.noted(link, comment, clock.instant())))
                        : nothing());
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
