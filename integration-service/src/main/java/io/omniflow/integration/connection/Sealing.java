package io.omniflow.integration.connection;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Secrets;
import io.omniflow.kit.identity.WorkspaceId;
import java.util.UUID;

/** Encryption of secrets at rest. What was sealed for one connection cannot be unsealed as another's. */
public interface Sealing {
    byte[] seal(WorkspaceId workspace, ConnectionId id, Secrets secrets);

    /** @throws IllegalStateException when no key of the keyset opens it */
    Secrets unseal(WorkspaceId workspace, ConnectionId id, byte[] sealed);

    /**
     * For secrets of another feature.
     *
     * @param purpose what they are for; what was sealed for one purpose and owner does not open for another
     */
    byte[] seal(String purpose, WorkspaceId workspace, UUID owner, String plain);

    /** @throws IllegalStateException when no key of the keyset opens it for that purpose and owner */
    String unseal(String purpose, WorkspaceId workspace, UUID owner, byte[] sealed);
}
