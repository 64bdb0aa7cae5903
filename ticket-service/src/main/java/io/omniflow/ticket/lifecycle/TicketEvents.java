package io.omniflow.ticket.lifecycle;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.lifecycle.domain.Recorded;
import java.util.List;

/** The facts of one change in the published language: one event a fact, all with one change id. */
public interface TicketEvents {
    List<OutboundEvent> of(WorkspaceId workspace, List<Recorded> facts, Origin origin, History history);
}
