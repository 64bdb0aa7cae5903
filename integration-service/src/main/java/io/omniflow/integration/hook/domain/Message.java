package io.omniflow.integration.hook.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.UUID;

/**
 * What is sent, the same for every endpoint.
 *
 * @param id of the event it tells of
 * @param at when that happened
 * @param body JSON, signed as it is
 */
public record Message(WorkspaceId workspace, UUID id, String type, Instant at, String body) {}
