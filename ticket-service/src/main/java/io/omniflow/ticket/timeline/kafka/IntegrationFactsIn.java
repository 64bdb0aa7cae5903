package io.omniflow.ticket.timeline.kafka;

import io.omniflow.contract.IntegrationEvent;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.ticket.notification.TellResponsible;
import io.omniflow.ticket.timeline.ReadModels;
import io.omniflow.ticket.timeline.Timeline;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Links to engineering: told in the timeline and kept for reading beside the ticket; dead deliveries in feeds. */
@ApplicationScoped
public class IntegrationFactsIn {
    private final Inbox inbox;
    private final Timeline timeline;
    private final ReadModels readModels;
    private final TellResponsible tellResponsible;

    IntegrationFactsIn(Inbox inbox, Timeline timeline, ReadModels readModels, TellResponsible tellResponsible) {
        this.inbox = inbox;
        this.timeline = timeline;
        this.readModels = readModels;
        this.tellResponsible = tellResponsible;
    }

    @Incoming("integration-facts")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive("ticket-service", batch, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> facts) {
        Map<OfWorkspace, ReadModels.Link> links = new LinkedHashMap<>();
        List<ReadModels.LinkState> states = new ArrayList<>();
        for (ReceivedEvent fact : facts) {
            if (fact.data() instanceof IntegrationEvent event) {
                switch (event) {
                    case IntegrationEvent.LinkCreated e ->
                        links.put(new OfWorkspace(fact.workspace(), e.linkId()), link(fact, e));
                    case IntegrationEvent.LinkRemoved e ->
                        links.put(new OfWorkspace(fact.workspace(), e.linkId()), link(fact, e));
                    case IntegrationEvent.ExternalStatusChanged e ->
                        states.add(new ReadModels.LinkState(
                                fact.workspace(), e.ticketId(), e.linkId(), e.after(), fact.time()));
                    case IntegrationEvent.DeliveryDead _ -> {}
                }
            }
        }
        return timeline.add(transaction, ToldFacts.of(facts))
                .chain(() -> readModels.keepLinks(transaction, List.copyOf(links.values())))
                .chain(() -> readModels.keepLinkStates(transaction, states))
                .chain(() -> tellResponsible.tell(transaction, Concerns.of(facts)));
    }

    private static ReadModels.Link link(ReceivedEvent fact, IntegrationEvent.LinkCreated e) {
        return new ReadModels.Link(
                fact.workspace(),
                e.ticketId(),
                e.linkId(),
                e.system(),
                e.key(),
                e.url(),
                e.state(),
                fact.time(),
                ReadModels.Standing.LINKED);
    }

    private static ReadModels.Link link(ReceivedEvent fact, IntegrationEvent.LinkRemoved e) {
        return new ReadModels.Link(
                fact.workspace(),
                e.ticketId(),
                e.linkId(),
                e.system(),
                e.key(),
                e.url(),
                null,
                fact.time(),
                ReadModels.Standing.REMOVED);
    }
}
