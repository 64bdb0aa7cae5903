package io.omniflow.integration.thread.kafka;

import io.omniflow.contract.TicketEvent;
import io.omniflow.integration.facts.TicketFactTaker;
import io.omniflow.integration.thread.FollowMerges;
import io.omniflow.integration.thread.TakeThreadAnswer;
import io.omniflow.integration.thread.TellThreads;
import io.omniflow.integration.thread.domain.News;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks among what ticket-service tells for answers to our questions, merges, and what is told in threads. */
@ApplicationScoped
class TicketNewsIn implements TicketFactTaker {
    private final TakeThreadAnswer take;
    private final FollowMerges merges;
    private final TellThreads tell;

    TicketNewsIn(TakeThreadAnswer take, FollowMerges merges, TellThreads tell) {
        this.take = take;
        this.merges = merges;
        this.tell = tell;
    }

    @Override
    public Uni<Void> take(SqlClient transaction, List<ReceivedEvent> fresh) {
        List<News> news =
                fresh.stream().map(NewsOf::of).flatMap(Optional::stream).toList();
        return Multi.createFrom()
                .iterable(fresh)
                .onItem()
                .transformToUniAndConcatenate(event -> follow(transaction, event))
                .collect()
                .last()
                .chain(() -> tell.tell(transaction, news));
    }

    private Uni<Void> follow(SqlClient transaction, ReceivedEvent event) {
        return switch (event.data()) {
            case TicketEvent.Merged merged ->
                merges.merged(transaction, event.workspace(), event.subject(), merged.destination());
            // Told on both sides; what went into the other ticket is on the source's.
            case TicketEvent.MergeUndone undone ->
                merges.undone(transaction, event.workspace(), event.subject(), undone.counterpart());
            default ->
                TicketAnswers.of(event)
                        .map(answer -> take.take(transaction, answer))
                        .orElseGet(() -> Uni.createFrom().voidItem());
        };
    }
}
