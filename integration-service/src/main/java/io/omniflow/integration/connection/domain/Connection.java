package io.omniflow.integration.connection.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.List;

/**
 * A connection without its secrets.
 *
 * @param secretNames which secrets are set
 * @param secretsChangedAt tells an auditor that a secret was replaced, which the names cannot
 */
public record Connection(
        WorkspaceId workspace,
        ConnectionId id,
        ConnectionTerms terms,
        List<String> secretNames,
        Instant secretsChangedAt,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    public Connection {
        secretNames = List.copyOf(secretNames);
    }
}
