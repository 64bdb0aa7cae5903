package io.omniflow.ticket.timeline.kafka;

import io.omniflow.kit.identity.WorkspaceId;
import java.util.UUID;

/** An id as it is meant: what another workspace calls the same is something else. */
record OfWorkspace(WorkspaceId workspace, UUID id) {}
