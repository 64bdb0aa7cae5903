package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;

/** Short numbers, unique in a workspace; gaps are fine. */
public interface TicketNumbers {
    Uni<Long> next(WorkspaceId workspace);

    /** The first of {@code count} numbers in a row. */
    Uni<Long> block(WorkspaceId workspace, int count);
}
