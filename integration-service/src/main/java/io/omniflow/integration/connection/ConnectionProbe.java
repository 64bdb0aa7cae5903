package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.connection.domain.ProbeResult;
import io.smallrye.mutiny.Uni;

/** Tries a connection without changing anything at the other side. One per vendor. */
public interface ConnectionProbe {
    ExternalSystem system();

    Uni<ProbeResult> probe(OpenConnection connection);
}
