package io.omniflow.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** The effect of events: in the order they arrived, without those applied before, in the inbox's transaction. */
public interface EventHandler {
    Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> fresh);
}
