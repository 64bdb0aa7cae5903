package io.omniflow.ticket.rule;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What rules are to look at. Of one conversation the oldest comes first, and the next when that is done. */
public interface WorkQueue {
    /** Locked until the transaction ends; empty when nothing is due that no other replica is at. */
    Uni<Optional<Work>> next(SqlConnection transaction);

    Uni<Void> done(SqlConnection transaction, Work work);

    /** Whether something was written; not so when another replica has done it. */
    enum Kept {
        NOW,
        BEFORE
    }

    /** The work is tried again without the rule. */
    Uni<Kept> leaveOut(SqlConnection transaction, Work work, UUID rule);

    /** The work is tried again after a while, as it is. */
    Uni<Void> postpone(SqlConnection transaction, Work work, Duration delay);
}
