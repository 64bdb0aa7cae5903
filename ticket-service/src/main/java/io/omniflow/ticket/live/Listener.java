package io.omniflow.ticket.live;

import io.omniflow.kit.identity.Caller;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One open connection. Its events are asked for one batch after the other, so only the waking comes from other threads. */
final class Listener {
    private static final int REMEMBERED = 1_000;

    final Caller caller;
    final Uni<TicketFilter> filter;
    final Optional<Position> resumed;

    private final AtomicReference<@Nullable UniEmitter<? super Boolean>> waiting = new AtomicReference<>();
    private volatile @Nullable Position position;
    private final Map<UUID, UUID> told = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, UUID> eldest) {
            return size() > REMEMBERED;
        }
    };

    Listener(Caller caller, Uni<TicketFilter> filter, Optional<Position> resumed) {
        this.caller = caller;
        this.filter = filter.memoize().indefinitely();
        this.resumed = resumed;
    }

    @Nullable Position position() {
        return position;
    }

    void moveTo(Position reached) {
        position = reached;
    }

    /** Completes when there is news. */
    Uni<Boolean> news() {
        return Uni.createFrom().<Boolean>emitter(waiting::set);
    }

    boolean isWaiting() {
        return waiting.get() != null;
    }

    void wake() {
        @Nullable UniEmitter<? super Boolean> woken = waiting.getAndSet(null);
        if (woken != null) {
            woken.complete(true);
        }
    }

    /** Whether a ticket's going is news: it need not be told again before the ticket has come back. */
    boolean isFirstGoing(UUID ticket) {
        return told.put(ticket, ticket) == null;
    }

    void hasCome(UUID ticket) {
        told.remove(ticket);
    }
}
