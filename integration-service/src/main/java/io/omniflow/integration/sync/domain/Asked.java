package io.omniflow.integration.sync.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A change of status the ticket's owner was asked for and has not told of yet.
 *
 * @param at the time of the change it carries over, which is what later changes are held against
 * @param state whether somebody changed the ticket after that time and before the owner came to the command
 */
public record Asked(UUID command, TicketStatus status, Instant at, State state) {
    public enum State {
        STANDS,
        OVERTAKEN
    }

    Asked overtaken() {
        return new Asked(command, status, at, State.OVERTAKEN);
    }
}
