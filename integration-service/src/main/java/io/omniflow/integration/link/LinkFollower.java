package io.omniflow.integration.link;

import io.omniflow.integration.link.domain.Link;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** A feature that something follows for from a link whose issue is there. */
public interface LinkFollower {
    /** Called in the transaction that stores it. */
    Uni<Void> linked(SqlClient transaction, Link link);
}
