package io.omniflow.ticket.live;

import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells listeners what happens to the tickets of a list. */
@ApplicationScoped
public class LiveTickets {
    private final Streams<WorkspaceId, UUID> streams;
    private final ShownTickets tickets;

    LiveTickets(LiveStreams live, Changes changes, ShownTickets tickets) {
        this.streams = live.of(changes);
        this.tickets = tickets;
    }

    /** Throws 429 when too many are open. */
    public Multi<LiveEvent<TicketNews>> stream(Caller caller, TicketFilter filter, Optional<Position> resumed) {
        KnownGoings goings = new KnownGoings();
        return streams.open(
                caller, caller.workspace(), resumed, found -> told(caller.workspace(), filter, goings, found));
    }

    /** Each ticket once, as it is now, at the place of its last change. */
    private Uni<List<LiveEvent<TicketNews>>> told(
            WorkspaceId workspace, TicketFilter filter, KnownGoings goings, List<Journal.Entry<UUID>> found) {
        Map<UUID, Position> last = new LinkedHashMap<>();
        found.forEach(entry -> {
            last.remove(entry.change());
            last.put(entry.change(), entry.position());
        });
        return tickets.matchingAmong(workspace, filter, last.keySet()).map(matching -> events(goings, last, matching));
    }

    private static List<LiveEvent<TicketNews>> events(
            KnownGoings goings, Map<UUID, Position> last, List<ShownTicket> matching) {
        Map<UUID, ShownTicket> shown = new HashMap<>();
        matching.forEach(ticket -> shown.put(ticket.ticket().id().value(), ticket));
        List<LiveEvent<TicketNews>> events = new ArrayList<>();
        last.forEach((id, position) -> {
            @Nullable ShownTicket ticket = shown.get(id);
            if (ticket != null) {
                goings.hasCome(id);
                events.add(new LiveEvent.Told<>(new TicketNews.Changed(ticket), position));
            } else if (goings.isFirst(id)) {
                events.add(new LiveEvent.Told<>(new TicketNews.Gone(id), position));
            }
        });
        return events;
    }
}
