package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.lifecycle.domain.Recorded;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The facts of one change in the published language: one event a fact, all with one change id. */
public interface TicketEvents {

    /** Facts of which none changes what conversations are linked. */
    default List<OutboundEvent> of(WorkspaceId workspace, List<Recorded> facts, Origin origin, History history) {
        return of(workspace, facts, origin, history, Map.of());
    }

    /** @param channels of the conversations that are or were linked, as far as they are known */
    List<OutboundEvent> of(
            WorkspaceId workspace, List<Recorded> facts, Origin origin, History history, Map<UUID, String> channels);
}
