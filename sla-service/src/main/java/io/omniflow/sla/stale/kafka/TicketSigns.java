package io.omniflow.sla.stale.kafka;

import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.sla.clock.Follower;
import io.omniflow.sla.clock.domain.Silence;
import io.omniflow.sla.stale.FollowTickets;
import io.omniflow.sla.stale.WatchAlarm;
import io.omniflow.sla.stale.Watches;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Goes along with the ticket topic and its watermarks. */
@ApplicationScoped
class TicketSigns implements Follower {
    private final FollowTickets tickets;
    private final Watches watches;
    private final WatchAlarm alarm;

    TicketSigns(FollowTickets tickets, Watches watches, WatchAlarm alarm) {
        this.tickets = tickets;
        this.watches = watches;
        this.alarm = alarm;
    }

    @Override
    public Uni<Void> take(SqlConnection transaction, List<ReceivedEvent> fresh) {
        return tickets.take(
                transaction,
                fresh.stream().flatMap(event -> SignOf.event(event).stream()).toList());
    }

    @Override
    public Uni<Void> makeUpFor(SqlConnection transaction, Silence silence) {
        return watches.makeUpFor(transaction, silence);
    }

    @Override
    public void stir() {
        alarm.stir();
    }
}
