package io.omniflow.ticket.conversation.rest;

import io.omniflow.kit.identity.Caller;
import java.util.Optional;
import java.util.UUID;

/** The agent a caller is; so far one whose token names the agent's id. */
final class AgentIds {
    private AgentIds() {}

    static Optional<UUID> of(Caller caller) {
        try {
            return Optional.of(UUID.fromString(caller.subject()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
