package io.omniflow.integration.link.domain;

import java.net.URI;
import java.util.UUID;

/**
 * An issue to be made.
 *
 * @param id chosen by us before the first call, so that the other side can tell a repetition
 * @param ticketAddress where people see the ticket
 */
public record IssueDraft(UUID id, ReportedTicket ticket, URI ticketAddress) {}
