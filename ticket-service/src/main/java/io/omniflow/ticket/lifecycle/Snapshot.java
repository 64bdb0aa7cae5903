package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A ticket with every fact a clock depends on, oldest first. */
public record Snapshot(WorkspaceId workspace, Ticket ticket, List<ClockFact> facts) {
    /** {@code kind} is the fact's name, such as {@code status_changed}; {@code data} what it carried. */
    public record ClockFact(
            String kind, Instant at, long sequence, String actor, boolean backfill, Map<String, Object> data) {}
}
