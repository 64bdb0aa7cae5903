package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.ProbeResult;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Tries a connection without changing anything at the other side. One per vendor. */
public interface ConnectionProbe {
    Set<ExternalSystem> systems();

    Uni<ProbeResult> probe(OpenConnection connection);
}
