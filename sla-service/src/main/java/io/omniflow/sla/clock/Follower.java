package io.omniflow.sla.clock;

import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.sla.clock.domain.Silence;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/**
 * Another feature that goes along with what ticket-service publishes. There is one consumer of each topic; whatever is made
 * of its events is made in the transaction that takes them in, after the clocks.
 */
public interface Follower {

    /** New events of the ticket topic, facts and answers, in the order they arrived; the tickets of facts are locked. */
    Uni<Void> take(SqlConnection transaction, List<ReceivedEvent> fresh);

    /** The watermark taken in this transaction ends a silence. */
    Uni<Void> makeUpFor(SqlConnection transaction, Silence silence);

    /** A watermark was taken. */
    void stir();
}
