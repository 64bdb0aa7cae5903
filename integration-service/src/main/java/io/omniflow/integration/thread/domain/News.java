package io.omniflow.integration.thread.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.util.UUID;

/**
 * Something to be told in a ticket's threads.
 *
 * @param text plain text, one line
 * @param actor who or what it goes back to
 */
public record News(WorkspaceId workspace, UUID ticketId, String text, Weight weight, String actor) {
    public enum Weight {
        /** Told where there is a thread. */
        ORDINARY,
        /** Opens a thread where there is none and the workspace is connected. */
        ESCALATES
    }
}
