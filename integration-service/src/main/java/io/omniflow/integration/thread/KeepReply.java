package io.omniflow.integration.thread;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.incoming.SignalTaker;
import io.omniflow.integration.incoming.domain.Signal;
import io.omniflow.integration.thread.domain.TicketThread;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;

/** A person's answer in one of our threads is kept until it is known who wrote it, which the vendor has to be asked. */
@ApplicationScoped
class KeepReply implements SignalTaker {
    static final String TEXT = "text";
    static final String PERSON = "person";

    private final Threads threads;
    private final Deliveries deliveries;
    private final Clock clock;

    KeepReply(Threads threads, Deliveries deliveries, Clock clock) {
        this.threads = threads;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public Uni<Void> take(SqlClient transaction, Connection connection, Signal signal) {
        if (!(signal instanceof Signal.ThreadReply reply)) {
            return Uni.createFrom().voidItem();
        }
        return threads.ofMessage(transaction, connection.workspace(), connection.id(), reply.channel(), reply.thread())
                .flatMap(found -> found.map(thread -> deliveries.add(transaction, kept(thread, reply)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Delivery kept(TicketThread thread, Signal.ThreadReply reply) {
        return Delivery.ready(
                thread.workspace(),
                new DeliveryId(Ids.next()),
                thread.connectionId(),
                thread.ticketId(),
                thread.id().value(),
                Operation.TAKE_REPLY,
                Map.of(PERSON, reply.userId(), TEXT, reply.text()),
                "system:integration",
                clock.instant());
    }
}
