package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Secrets;
import io.omniflow.kit.identity.WorkspaceId;

/** Encryption of secrets at rest. What was sealed for one connection cannot be unsealed as another's. */
public interface Sealing {
    byte[] seal(WorkspaceId workspace, ConnectionId id, Secrets secrets);

    /** @throws IllegalStateException when no key of the keyset opens it */
    Secrets unseal(WorkspaceId workspace, ConnectionId id, byte[] sealed);
}
