package io.omniflow.ticket.lifecycle.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omniflow.contract.ClockFact;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.Limits;
import io.omniflow.contract.TicketSnapshot;
import io.omniflow.contract.TicketState;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.lifecycle.Snapshot;
import io.omniflow.ticket.lifecycle.SnapshotEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class SnapshotEventsOut implements SnapshotEvents {
    @Override
    public Optional<OutboundEvent> of(Snapshot snapshot) {
        TicketState state = Published.state(snapshot.ticket());
        List<ClockFact> facts =
                snapshot.facts().stream().map(SnapshotEventsOut::fact).toList();
        TicketSnapshot data = new TicketSnapshot(state, facts);
        return fits(data)
                ? Optional.of(OutboundEvent.of(
                        snapshot.workspace(),
                        state.id(),
                        data,
                        state.updatedAt(),
                        state.version(),
                        new Origin("system:ticket-service", state.id().toString(), null)))
                : Optional.empty();
    }

    private static boolean fits(TicketSnapshot data) {
        try {
            return ContractJson.mapper().writeValueAsBytes(data).length <= Limits.EVENT_BYTES;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ClockFact fact(Snapshot.ClockFact fact) {
        return new ClockFact(
                "omniflow.ticket." + fact.kind() + ".v1",
                fact.at(),
                fact.sequence(),
                fact.actor(),
                fact.backfill(),
                withoutTexts(fact.kind(), ContractJson.mapper().valueToTree(fact.data())));
    }

    /** As published, but for the texts; the timeline keeps the first state of a ticket as what came after. */
    private static ObjectNode withoutTexts(String kind, ObjectNode data) {
        switch (kind) {
            case "created" -> {
                ObjectNode first = (ObjectNode) data.remove("after");
                data.set("ticket", first.putNull("description"));
            }
            case "agent_replied", "customer_message_received" -> data.putNull("body");
            default -> {}
        }
        return data;
    }
}
