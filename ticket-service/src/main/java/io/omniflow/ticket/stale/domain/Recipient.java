package io.omniflow.ticket.stale.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Whom a ping asks for. */
public enum Recipient {
    ASSIGNEE,
    LEAD;

    /**
     * Who may get it, if active: the one asked for, or else the other. So a ticket of nobody pings its team's lead, and
     * where there is no lead its assignee is reminded.
     */
    public Stream<UUID> candidates(Optional<UUID> assignee, Optional<UUID> lead) {
        return (switch (this) {
                    case ASSIGNEE -> Stream.of(assignee, lead);
                    case LEAD -> Stream.of(lead, assignee);
                })
                .flatMap(Optional::stream);
    }
}
