package io.omniflow.merge.audit.kafka;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.merge.audit.AcceptedFacts;
import io.omniflow.merge.audit.Sequencer;
import io.omniflow.merge.audit.domain.Fact;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Every fact of every service, accepted batch by batch; the sequencer is woken once a batch is committed. */
@ApplicationScoped
public class FactsIn {
    private static final String CONSUMER = "merge-service";

    private final Inbox inbox;
    private final AcceptedFacts accepted;
    private final Sequencer sequencer;

    FactsIn(Inbox inbox, AcceptedFacts accepted, Sequencer sequencer) {
        this.inbox = inbox;
        this.accepted = accepted;
        this.sequencer = sequencer;
    }

    @Incoming("facts")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        Set<WorkspaceId> touched = ConcurrentHashMap.newKeySet();
        return inbox.receiveAny(CONSUMER, batch, (transaction, fresh) -> {
                    List<Fact> facts = facts(fresh);
                    facts.forEach(fact -> touched.add(fact.workspace()));
                    return accepted.add(transaction, facts);
                })
                .invoke(() -> sequencer.wake(touched));
    }

    private static List<Fact> facts(List<ReceivedEvent> events) {
        return events.stream().map(RecordedFact::of).flatMap(Optional::stream).toList();
    }
}
