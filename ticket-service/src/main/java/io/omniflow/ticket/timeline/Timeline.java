package io.omniflow.ticket.timeline;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored timelines. Facts of this service are added by the statement that saves the ticket. */
public interface Timeline {
    /** A fact of another service about a ticket. */
    record Told(WorkspaceId workspace, UUID ticketId, TimelineEntry entry) {}

    /** Where a page ends. */
    record Place(Instant at, UUID id) {}

    Uni<Void> add(SqlConnection transaction, List<Told> facts);

    /** Newest first. */
    Uni<List<TimelineEntry>> of(WorkspaceId workspace, UUID ticketId, @Nullable Place before, int limit);
}
