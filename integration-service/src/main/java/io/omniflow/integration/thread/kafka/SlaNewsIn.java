package io.omniflow.integration.thread.kafka;

import io.omniflow.integration.delivery.DeliverySignal;
import io.omniflow.integration.thread.TellThreads;
import io.omniflow.kit.inbox.Inbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Tells in threads what clocks tell. No vendor is called here. */
@ApplicationScoped
class SlaNewsIn {
    private static final String CONSUMER = "integration-service";

    private final Inbox inbox;
    private final TellThreads tell;
    private final DeliverySignal signal;

    SlaNewsIn(Inbox inbox, TellThreads tell, DeliverySignal signal) {
        this.inbox = inbox;
        this.tell = tell;
        this.signal = signal;
    }

    @Incoming("sla")
    Uni<Void> sla(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(
                        CONSUMER,
                        batch,
                        (transaction, fresh) -> tell.tell(
                                transaction,
                                fresh.stream()
                                        .map(NewsOf::of)
                                        .flatMap(Optional::stream)
                                        .toList()))
                .invoke(signal::wake);
    }
}
