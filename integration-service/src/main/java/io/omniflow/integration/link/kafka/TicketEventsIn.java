package io.omniflow.integration.link.kafka;

import io.omniflow.integration.delivery.DeliverySignal;
import io.omniflow.integration.link.TakeTicketAnswer;
import io.omniflow.integration.link.domain.TicketAnswer;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the topic of ticket facts for the answers to our questions. No vendor is called here. */
@ApplicationScoped
class TicketEventsIn {
    private static final String CONSUMER = "integration-service";

    private final Inbox inbox;
    private final TakeTicketAnswer take;
    private final DeliverySignal signal;

    TicketEventsIn(Inbox inbox, TakeTicketAnswer take, DeliverySignal signal) {
        this.inbox = inbox;
        this.take = take;
        this.signal = signal;
    }

    @Incoming("tickets")
    Uni<Void> tickets(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(CONSUMER, batch, this::apply).invoke(signal::wake);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> fresh) {
        List<TicketAnswer> answers =
                fresh.stream().map(TicketAnswers::of).flatMap(Optional::stream).toList();
        return Multi.createFrom()
                .iterable(answers)
                .onItem()
                .transformToUniAndConcatenate(answer -> take.take(transaction, answer))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
