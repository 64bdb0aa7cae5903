package io.omniflow.sla.clock.kafka;

import io.omniflow.contract.TicketEvent;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.sla.clock.ApplyFacts;
import io.omniflow.sla.clock.Arrival;
import io.omniflow.sla.clock.Follower;
import io.omniflow.sla.clock.Provenance;
import io.omniflow.sla.clock.TicketFact;
import io.omniflow.sla.clock.TicketKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Ticket facts, in batches. */
@ApplicationScoped
class TicketEventsIn {
    /** Also the name under which the timer looks up how far a partition has been applied. */
    private static final String CONSUMER = "sla-service";

    private final Inbox inbox;
    private final ApplyFacts facts;
    private final Follower follower;

    TicketEventsIn(Inbox inbox, ApplyFacts facts, Follower follower) {
        this.inbox = inbox;
        this.facts = facts;
        this.follower = follower;
    }

    @Incoming("tickets")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(CONSUMER, batch, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> fresh) {
        return facts.apply(
                        transaction,
                        fresh.stream().flatMap(TicketEventsIn::arrival).toList())
                .chain(() -> follower.take(transaction, fresh));
    }

    /** Answers to commands travel on the same topic and are no facts. */
    private static Stream<Arrival> arrival(ReceivedEvent event) {
        if (!(event.data() instanceof TicketEvent data)) {
            return Stream.empty();
        }
        TicketFact fact = new TicketFact(
                new TicketKey(event.workspace(), event.subject()),
                FactOf.event(event, data),
                new Provenance(
                        event.id(),
                        event.origin().correlationId(),
                        event.origin().traceParent()));
        return Stream.of(new Arrival(fact, event.partition()));
    }
}
