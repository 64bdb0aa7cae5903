package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Load;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What one source brought, and the state it gets back by the undo. */
public record Brought(
        TicketId source,
        Status previousStatus,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        Load load) {}
