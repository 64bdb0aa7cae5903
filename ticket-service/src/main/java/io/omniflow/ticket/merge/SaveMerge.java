package io.omniflow.ticket.merge;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.ticket.lifecycle.TicketEvents;
import io.omniflow.ticket.lifecycle.Tickets;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Saves both sides of a merge or an undo with all their events, in one statement. */
@ApplicationScoped
class SaveMerge {
    private final Tickets tickets;
    private final TicketEvents events;

    SaveMerge(Tickets tickets, TicketEvents events) {
        this.tickets = tickets;
        this.events = events;
    }

    Uni<Void> all(
            SqlConnection transaction,
            WorkspaceId workspace,
            List<Accepted> sources,
            Accepted destination,
            Origin origin) {
        List<Accepted> all = new ArrayList<>(sources);
        all.add(destination);
        Set<UUID> conversations = new HashSet<>();
        all.forEach(side -> side.facts()
                .forEach(recorded -> conversations.addAll(recorded.after().conversationIds())));
        return tickets.channels(transaction, workspace, conversations)
                .flatMap(channels -> tickets.saveAll(
                        transaction,
                        workspace,
                        all.stream().map(Accepted::ticket).toList(),
                        told(workspace, all, origin, channels)));
    }

    private List<OutboundEvent> told(
            WorkspaceId workspace, List<Accepted> all, Origin origin, Map<UUID, String> channels) {
        List<OutboundEvent> told = new ArrayList<>();
        for (Accepted side : all) {
            told.addAll(events.of(workspace, side.facts(), origin, History.LIVE, channels));
        }
        return told;
    }
}
