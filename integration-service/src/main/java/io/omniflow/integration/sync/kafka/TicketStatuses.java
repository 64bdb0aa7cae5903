package io.omniflow.integration.sync.kafka;

import io.omniflow.integration.sync.domain.TicketStatus;

/** Statuses to and from the contract's. */
final class TicketStatuses {
    private TicketStatuses() {}

    static TicketStatus heard(io.omniflow.contract.TicketStatus status) {
        return switch (status) {
            case OPEN -> TicketStatus.OPEN;
            case IN_PROGRESS -> TicketStatus.IN_PROGRESS;
            case WAITING -> TicketStatus.WAITING;
            case RESOLVED -> TicketStatus.RESOLVED;
            case CLOSED -> TicketStatus.CLOSED;
        };
    }

    static io.omniflow.contract.TicketStatus told(TicketStatus status) {
        return switch (status) {
            case OPEN -> io.omniflow.contract.TicketStatus.OPEN;
            case IN_PROGRESS -> io.omniflow.contract.TicketStatus.IN_PROGRESS;
            case WAITING -> io.omniflow.contract.TicketStatus.WAITING;
            case RESOLVED -> io.omniflow.contract.TicketStatus.RESOLVED;
            case CLOSED -> io.omniflow.contract.TicketStatus.CLOSED;
        };
    }
}
