package io.omniflow.integration.incoming.domain;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.kit.identity.WorkspaceId;

/** What came in over one connection: worked off one by one, in the order of arrival. */
public record Lane(WorkspaceId workspace, ConnectionId connection) {}
