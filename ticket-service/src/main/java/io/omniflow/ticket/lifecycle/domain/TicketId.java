package io.omniflow.ticket.lifecycle.domain;

import java.util.UUID;

/** A UUIDv7. */
public record TicketId(UUID value) {}
