package io.omniflow.kit.identity;

import java.util.UUID;

/** The tenant. Every query and every key carries it. */
public record WorkspaceId(UUID value) {}
