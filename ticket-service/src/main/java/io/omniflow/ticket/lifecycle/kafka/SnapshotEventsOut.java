package io.omniflow.ticket.lifecycle.kafka;

import io.omniflow.contract.ClockFact;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.TicketSnapshot;
import io.omniflow.contract.TicketState;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.lifecycle.Snapshot;
import io.omniflow.ticket.lifecycle.SnapshotEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class SnapshotEventsOut implements SnapshotEvents {
    @Override
    public OutboundEvent of(Snapshot snapshot) {
        TicketState state = Published.state(snapshot.ticket());
        List<ClockFact> facts =
                snapshot.facts().stream().map(SnapshotEventsOut::fact).toList();
        return OutboundEvent.of(
                snapshot.workspace(),
                state.id(),
                new TicketSnapshot(state, facts),
                state.updatedAt(),
                state.version(),
                new Origin("system:ticket-service", state.id().toString(), null));
    }

    private static ClockFact fact(Snapshot.ClockFact fact) {
        return new ClockFact(
                "omniflow.ticket." + fact.kind() + ".v1",
                fact.at(),
                fact.sequence(),
                fact.actor(),
                fact.backfill(),
                ContractJson.mapper().valueToTree(fact.data()));
    }
}
