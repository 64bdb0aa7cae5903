package io.omniflow.integration.thread.rest;

import io.omniflow.kit.problem.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thread wanted for a ticket.
 *
 * @param connectionId null for the workspace's oldest connection to Slack
 */
record ThreadRequest(@Nullable UUID ticketId, @Nullable UUID connectionId) {
    UUID ticket() {
        if (ticketId == null) {
            throw Problems.invalid("/ticketId", "Is required");
        }
        return ticketId;
    }
}
