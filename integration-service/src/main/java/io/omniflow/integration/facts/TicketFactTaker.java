package io.omniflow.integration.facts;

import io.omniflow.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.List;

/** A feature that something follows for from what ticket-service tells. */
public interface TicketFactTaker {
    /**
     * Stores what follows, in the transaction that takes note of the events; events that are others' are passed over.
     *
     * @param fresh each event once, in the order of its ticket
     */
    Uni<Void> take(SqlClient transaction, List<ReceivedEvent> fresh);
}
