package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import java.util.UUID;

/** One ticket of one workspace. */
public record TicketKey(WorkspaceId workspace, UUID ticket) {}
