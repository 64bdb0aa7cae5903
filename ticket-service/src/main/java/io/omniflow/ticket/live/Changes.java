package io.omniflow.ticket.live;

import io.omniflow.kit.identity.WorkspaceId;
import java.util.UUID;

/** Which tickets of a workspace have changed. */
public interface Changes extends Journal<WorkspaceId, UUID> {}
