package io.omniflow.merge.merging.kafka;

import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.OfTypes;
import io.omniflow.merge.merging.HearAnswers;
import io.omniflow.merge.merging.Heard;
import io.omniflow.merge.merging.Waiters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * What ticket-service answers. A consumer beside that of the audit log, so that a fact is recorded even if it cannot be
 * applied here, and the other way round; it opens only what tells of merges.
 */
@ApplicationScoped
class AnswersIn {
    private static final String CONSUMER = "merge-service-merging";

    private final Inbox inbox;
    private final HearAnswers answers;
    private final Waiters waiters;

    AnswersIn(Inbox inbox, HearAnswers answers, Waiters waiters) {
        this.inbox = inbox;
        this.answers = answers;
        this.waiters = waiters;
    }

    @Incoming("merge-answers")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        ConsumerRecords<String, byte[]> ofMerges = OfTypes.of(batch, HeardOfEvent.TYPES);
        if (ofMerges.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> settled = ConcurrentHashMap.newKeySet();
        return inbox.receive(CONSUMER, ofMerges, (transaction, fresh) -> {
                    List<Heard> heard = fresh.stream()
                            .map(HeardOfEvent::of)
                            .flatMap(Optional::stream)
                            .toList();
                    return answers.hear(transaction, heard)
                            .invoke(settled::addAll)
                            .replaceWithVoid();
                })
                .invoke(() -> waiters.wake(settled));
    }
}
