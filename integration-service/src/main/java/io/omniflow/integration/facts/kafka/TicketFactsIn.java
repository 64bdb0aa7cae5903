package io.omniflow.integration.facts.kafka;

import io.omniflow.integration.delivery.DeliverySignal;
import io.omniflow.integration.facts.TicketFactTaker;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Gives each batch to all who follow tickets, in one transaction, and then wakes the queue of calls. */
@ApplicationScoped
class TicketFactsIn {
    private static final String CONSUMER = "integration-service";

    private final Inbox inbox;
    private final List<TicketFactTaker> takers;
    private final DeliverySignal signal;

    TicketFactsIn(Inbox inbox, @All List<TicketFactTaker> takers, DeliverySignal signal) {
        this.inbox = inbox;
        this.takers = takers;
        this.signal = signal;
    }

    @Incoming("tickets")
    Uni<Void> tickets(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(CONSUMER, batch, this::apply).invoke(signal::wake);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> fresh) {
        return Multi.createFrom()
                .iterable(takers)
                .onItem()
                .transformToUniAndConcatenate(taker -> taker.take(transaction, fresh))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
