package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.util.UUID;

/** That a ticket has a part because a source brought it. A part without any grant is the ticket's own. */
public record Grant(Part part, UUID mergeId, TicketId source) {}
