package io.omniflow.ticket.live;

import io.omniflow.kit.identity.Caller;
import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners what happens to the tickets of a list. Each reads the changes itself, behind its own position and as fast
 * as its connection takes them; one look for all of them tells who has something to read.
 */
@ApplicationScoped
public class LiveTickets {
    private static final int BATCH = 200;
    private static final Duration SILENCE = Duration.ofSeconds(15);
    /** A token is looked at when a stream is opened; it comes back with a fresh one. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final Changes changes;
    private final ShownTickets tickets;
    private final Listeners listeners;
    private final Clock clock;

    LiveTickets(Changes changes, ShownTickets tickets, Listeners listeners, Clock clock) {
        this.changes = changes;
        this.tickets = tickets;
        this.listeners = listeners;
        this.clock = clock;
    }

    /**
     * Begins with an event that tells that the stream stands. Throws 429 when too many are open: once there is a stream, its
     * headers are on their way.
     */
    public Multi<LiveEvent> stream(Caller caller, Uni<TicketFilter> filter, Optional<Position> resumed) {
        Listener listener = new Listener(caller, filter, resumed);
        listeners.enter(listener);
        return Multi.createBy()
                .repeating()
                .uni(() -> listener, this::next)
                .indefinitely()
                .onItem()
                .<LiveEvent>disjoint()
                .select()
                .first(LONGEST)
                .onTermination()
                .invoke(() -> listeners.leave(listener));
    }

    /** Wakes those who have something to read: one statement, and none when nobody waits. */
    public Uni<Void> look() {
        List<Listener> waiting = new ArrayList<>();
        List<Changes.Place> places = new ArrayList<>();
        for (Listener listener : listeners.waiting()) {
            @Nullable Position position = listener.position();
            if (position != null) {
                waiting.add(listener);
                places.add(new Changes.Place(listener.caller.workspace(), position));
            }
        }
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return changes.withNews(places)
                .invoke(news -> news.forEach(index -> waiting.get(index).wake()))
                .replaceWithVoid();
    }

    private Uni<List<LiveEvent>> next(Listener listener) {
        @Nullable Position position = listener.position();
        return position == null ? begin(listener) : read(listener, position);
    }

    private Uni<List<LiveEvent>> begin(Listener listener) {
        Instant now = clock.instant();
        if (listener.resumed.isPresent() && !listener.resumed.get().isLost(now)) {
            Position from = listener.resumed.get();
            listener.moveTo(from);
            return Uni.createFrom().item(List.of(new LiveEvent.Quiet(from)));
        }
        return changes.now()
                .invoke(listener::moveTo)
                .map(from ->
                        List.of(listener.resumed.isPresent() ? new LiveEvent.Lost(from) : new LiveEvent.Quiet(from)));
    }

    private Uni<List<LiveEvent>> read(Listener listener, Position position) {
        return changes.after(new Changes.Place(listener.caller.workspace(), position), BATCH)
                .flatMap(found -> {
                    if (found.isEmpty()) {
                        return waited(listener, position);
                    }
                    listener.moveTo(found.getLast().position());
                    return told(listener, found);
                });
    }

    private Uni<List<LiveEvent>> waited(Listener listener, Position position) {
        return listener.news().ifNoItem().after(SILENCE).recoverWithItem(false).flatMap(woken -> {
            if (woken) {
                return next(listener);
            }
            Position later = position.at(clock.instant());
            listener.moveTo(later);
            return Uni.createFrom().item(List.<LiveEvent>of(new LiveEvent.Quiet(later)));
        });
    }

    /** Each ticket once, as it is now, at the place of its last change. */
    private Uni<List<LiveEvent>> told(Listener listener, List<Changes.Change> found) {
        Map<UUID, Position> last = new LinkedHashMap<>();
        found.forEach(change -> {
            last.remove(change.ticketId());
            last.put(change.ticketId(), change.position());
        });
        return listener.filter
                .flatMap(filter -> tickets.matchingAmong(listener.caller.workspace(), filter, last.keySet()))
                .flatMap(matching -> {
                    List<LiveEvent> events = events(listener, last, matching);
                    return events.isEmpty() ? next(listener) : Uni.createFrom().item(events);
                });
    }

    private static List<LiveEvent> events(Listener listener, Map<UUID, Position> last, List<ShownTicket> matching) {
        Map<UUID, ShownTicket> shown = new HashMap<>();
        matching.forEach(ticket -> shown.put(ticket.ticket().id().value(), ticket));
        List<LiveEvent> events = new ArrayList<>();
        last.forEach((id, position) -> {
            @Nullable ShownTicket ticket = shown.get(id);
            if (ticket != null) {
                listener.hasCome(id);
                events.add(new LiveEvent.Changed(ticket, position));
            } else if (listener.isFirstGoing(id)) {
                events.add(new LiveEvent.Gone(id, position));
            }
        });
        return events;
    }
}
