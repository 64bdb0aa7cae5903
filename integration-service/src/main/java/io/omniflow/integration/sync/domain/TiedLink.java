package io.omniflow.integration.sync.domain;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Sync;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.link.domain.LinkState;
import io.omniflow.kit.identity.WorkspaceId;
import java.util.UUID;

/**
 * A link with what its two sides agreed on.
 *
 * @param ticketVersion of the newest fact of the ticket that was taken
 */
public record TiedLink(
        WorkspaceId workspace,
        LinkId id,
        UUID ticketId,
        ConnectionId connectionId,
        LinkState state,
        Sync sync,
        long ticketVersion,
        Tie tie) {

    /** Whether changes flow over it, both ways. */
    public boolean carries() {
        return state == LinkState.LINKED && sync == Sync.BIDIRECTIONAL;
    }

    public TiedLink with(Tie changed, long version) {
        return new TiedLink(workspace, id, ticketId, connectionId, state, sync, version, changed);
    }
}
