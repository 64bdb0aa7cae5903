package io.omniflow.integration.sync.domain;

import java.time.Instant;
import java.util.UUID;

/** What has to be done for ticket and issue to be alike. */
public sealed interface Act {

    /**
     * Somebody changed the issue there, and everybody is told, whoever wins.
     *
     * @param at the vendor's time
     */
    record Tell(ExternalState before, ExternalState after, Instant at) implements Act {}

    /** The ticket's owner is asked to change the status. */
    record Ask(UUID command, TicketStatus status) implements Act {}

    /** The issue is to be moved. */
    record Move(Target target) implements Act {}

    /** The ticket's status is to be brought to the issue, when its turn comes. */
    record Push() implements Act {}

    /** The issue is to be read, when its turn comes. */
    record Read() implements Act {}
}
