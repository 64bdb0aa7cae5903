package io.omniflow.integration.thread.domain;

import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ticket's owner said to the question of a thread. */
public sealed interface TicketAnswer {
    WorkspaceId workspace();

    ThreadId thread();

    /** The question it answers. */
    UUID command();

    /** @param mergedInto the ticket it went into, for which a thread would have to be asked */
    record Reported(
            WorkspaceId workspace,
            ThreadId thread,
            UUID command,
            TicketCard card,
            @Nullable UUID mergedInto) implements TicketAnswer {}

    record Rejected(WorkspaceId workspace, ThreadId thread, UUID command, Problem problem) implements TicketAnswer {}
}
