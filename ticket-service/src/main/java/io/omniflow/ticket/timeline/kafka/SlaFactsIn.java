package io.omniflow.ticket.timeline.kafka;

import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.SlaSummary;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.ticket.notification.Feeds;
import io.omniflow.ticket.notification.TellResponsible;
import io.omniflow.ticket.timeline.ReadModels;
import io.omniflow.ticket.timeline.Timeline;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** The clocks' facts: each is told in the timeline, warnings and breaches in feeds; the newest summary is kept for reading. */
@ApplicationScoped
public class SlaFactsIn {
    private final Inbox inbox;
    private final Timeline timeline;
    private final ReadModels readModels;
    private final TellResponsible tellResponsible;
    private final Feeds feeds;

    SlaFactsIn(Inbox inbox, Timeline timeline, ReadModels readModels, TellResponsible tellResponsible, Feeds feeds) {
        this.inbox = inbox;
        this.timeline = timeline;
        this.readModels = readModels;
        this.tellResponsible = tellResponsible;
        this.feeds = feeds;
    }

    @Incoming("sla-facts")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive("ticket-service", batch, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> facts) {
        Map<OfWorkspace, ReadModels.Sla> newest = new LinkedHashMap<>();
        for (ReceivedEvent fact : facts) {
            if (fact.data() instanceof SlaEvent event && fact.sequence() != null) {
                newest.merge(
                        new OfWorkspace(fact.workspace(), fact.subject()),
                        summary(fact, event.sla(), fact.sequence()),
                        (known, next) -> next.sequence() > known.sequence() ? next : known);
            }
        }
        return timeline.add(transaction, ToldFacts.of(facts))
                .chain(() -> readModels.keepSla(transaction, List.copyOf(newest.values())))
                .chain(() -> tellResponsible.tell(transaction, Concerns.of(facts)))
                .chain(() -> feeds.withdraw(transaction, Concerns.withdrawals(facts)));
    }

    private static ReadModels.Sla summary(ReceivedEvent fact, SlaSummary sla, long sequence) {
        return new ReadModels.Sla(
                fact.workspace(),
                fact.subject(),
                sequence,
                sla.state().name().toLowerCase(Locale.ROOT),
                sla.nextDueAt(),
                ToldFacts.json(sla));
    }
}
