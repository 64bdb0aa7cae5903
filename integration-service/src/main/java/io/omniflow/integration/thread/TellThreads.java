package io.omniflow.integration.thread;

import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.thread.domain.News;
import io.omniflow.integration.thread.domain.TicketThread;
import io.omniflow.kit.time.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Stores what is to be told in threads, in order; nothing is posted here. */
@ApplicationScoped
public class TellThreads {
    static final String TEXT = "text";

    private final Threads threads;
    private final OpenThread open;
    private final Deliveries deliveries;
    private final Clock clock;

    TellThreads(Threads threads, OpenThread open, Deliveries deliveries, Clock clock) {
        this.threads = threads;
        this.open = open;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    public Uni<Void> tell(SqlClient transaction, List<News> all) {
        return all.isEmpty()
                ? Uni.createFrom().voidItem()
                : threads.ofTickets(transaction, all)
                        .map(found -> new ArrayList<>(
                                found.stream().filter(TicketThread::listens).toList()))
                        .flatMap(listening -> Multi.createFrom()
                                .iterable(all)
                                .onItem()
                                .transformToUniAndConcatenate(news -> tell(transaction, news, listening))
                                .collect()
                                .last()
                                .replaceWithVoid());
    }

    /** @param listening threads of any ticket; one that is opened is added */
    private Uni<Void> tell(SqlClient transaction, News news, List<TicketThread> listening) {
        List<TicketThread> own = listening.stream()
                .filter(thread -> thread.ticketId().equals(news.ticketId())
                        && thread.workspace().equals(news.workspace()))
                .toList();
        if (!own.isEmpty() || news.weight() == News.Weight.ORDINARY) {
            return add(transaction, news, own);
        }
        return open.openWhereConnected(transaction, news.workspace(), news.ticketId(), news.actor())
                .flatMap(opened -> {
                    opened.ifPresent(listening::add);
                    return add(transaction, news, opened.stream().toList());
                });
    }

    private Uni<Void> add(SqlClient transaction, News news, List<TicketThread> to) {
        return Multi.createFrom()
                .iterable(to)
                .onItem()
                .transformToUniAndConcatenate(thread -> deliveries.add(transaction, update(thread, news)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Delivery update(TicketThread thread, News news) {
        return Delivery.ready(
                thread.workspace(),
                new DeliveryId(Ids.next()),
                thread.connectionId(),
                thread.ticketId(),
                thread.id().value(),
                Operation.POST_UPDATE,
                Map.of(TEXT, news.text()),
                news.actor(),
                clock.instant());
    }
}
