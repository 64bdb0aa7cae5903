package io.omniflow.ticket.snapshot;

import io.omniflow.ticket.lifecycle.Snapshot;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Tickets whose snapshot is to be published. */
public interface Snapshots {
    /** Takes some off the queue; they come back when the transaction fails. Empty when none is due. */
    Uni<List<Snapshot>> take(SqlConnection transaction, int most);
}
