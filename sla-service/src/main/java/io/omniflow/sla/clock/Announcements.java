package io.omniflow.sla.clock;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** Tells the rest of the suite, in the transaction of what is told. */
public interface Announcements {
    Uni<Void> tell(SqlConnection transaction, List<Announcement> announcements);
}
