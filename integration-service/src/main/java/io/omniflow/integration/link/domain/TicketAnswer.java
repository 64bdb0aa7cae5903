package io.omniflow.integration.link.domain;

import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ticket's owner said to the question of a link. */
public sealed interface TicketAnswer {
    WorkspaceId workspace();

    LinkId link();

    /** The question it answers. */
    UUID command();

    /** @param mergedInto the ticket it went into, for which an issue would have to be asked */
    record Reported(
            WorkspaceId workspace,
            LinkId link,
            UUID command,
            ReportedTicket ticket,
            @Nullable UUID mergedInto) implements TicketAnswer {}

    record Rejected(WorkspaceId workspace, LinkId link, UUID command, Problem problem) implements TicketAnswer {}
}
