package io.omniflow.ticket.lifecycle.kafka;

import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.TicketsInBulk;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.MergeTickets;
import io.omniflow.ticket.merge.UndoMerge;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The commands that concern several tickets at once. */
@ApplicationScoped
class MergesAsked {
    private final TicketsInBulk tickets;
    private final MergeTickets mergeTickets;
    private final UndoMerge undoMerge;

    MergesAsked(TicketsInBulk tickets, MergeTickets mergeTickets, UndoMerge undoMerge) {
        this.tickets = tickets;
        this.mergeTickets = mergeTickets;
        this.undoMerge = undoMerge;
    }

    /**
     * A batch is one transaction: where a merge is among its commands, the tickets of all of them are locked beforehand in one
     * order, so that two replicas with a batch each do not wait for each other.
     */
    Uni<Void> lock(SqlConnection transaction, List<ReceivedEvent> commands) {
        Map<WorkspaceId, Set<UUID>> all = new HashMap<>();
        for (ReceivedEvent received : commands) {
            Set<UUID> ofWorkspace = all.computeIfAbsent(received.workspace(), fresh -> new HashSet<>());
            ofWorkspace.add(received.subject());
            if (received.data() instanceof TicketCommand.Merge merge) {
                ofWorkspace.addAll(merge.sources());
            }
            if (received.data() instanceof TicketCommand.UndoMerge undo) {
                ofWorkspace.addAll(undo.sources());
            }
        }
        boolean single = commands.size() == 1
                || commands.stream()
                        .noneMatch(received -> received.data() instanceof TicketCommand.Merge
                                || received.data() instanceof TicketCommand.UndoMerge);
        return single ? Uni.createFrom().voidItem() : tickets.lockInOrder(transaction, all);
    }

    Uni<Accepted> merge(SqlConnection transaction, ChangeTicket.Target target, TicketCommand.Merge command) {
        return mergeTickets.merge(
                transaction, request(target, command.mergeId(), command.sources(), command.destination()));
    }

    Uni<Accepted> undo(SqlConnection transaction, ChangeTicket.Target target, TicketCommand.UndoMerge command) {
        return undoMerge.undo(
                transaction, request(target, command.mergeId(), command.sources(), command.destination()));
    }

    private static MergeTickets.Request request(
            ChangeTicket.Target target, UUID merge, List<UUID> sources, UUID destination) {
        return new MergeTickets.Request(
                target.workspace(),
                merge,
                sources.stream().map(TicketId::new).toList(),
                new TicketId(destination),
                target.origin());
    }
}
