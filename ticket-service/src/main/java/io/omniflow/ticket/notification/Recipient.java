package io.omniflow.ticket.notification;

import io.omniflow.kit.identity.WorkspaceId;
import java.util.UUID;

/** An agent as the owner of a feed. */
public record Recipient(WorkspaceId workspace, UUID agent) {}
