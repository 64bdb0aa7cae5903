package io.omniflow.integration.thread;

import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.thread.domain.ThreadState;
import io.omniflow.integration.thread.domain.TicketAnswer;
import io.omniflow.integration.thread.domain.TicketThread;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The ticket's owner answered: the thread may be opened, or never will. */
@ApplicationScoped
public class TakeThreadAnswer {
    private final Threads threads;
    private final Deliveries deliveries;
    private final Clock clock;

    TakeThreadAnswer(Threads threads, Deliveries deliveries, Clock clock) {
        this.threads = threads;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** An answer that is not to the thread's newest question is passed over. */
    public Uni<Void> take(SqlClient transaction, TicketAnswer answer) {
        return threads.findForChange(transaction, answer.workspace(), answer.thread())
                .flatMap(found -> found.filter(thread -> thread.awaits(answer))
                        .map(thread -> apply(transaction, thread.answered(answer, clock.instant()), clock.instant()))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** What was to be told in a thread that will not be is dropped with it. */
    private Uni<Void> apply(SqlClient transaction, TicketThread after, Instant now) {
        UUID subject = after.id().value();
        return threads.save(transaction, after)
                .flatMap(_ -> after.state() == ThreadState.OPENING
                        ? deliveries.release(transaction, after.workspace(), subject, now)
                        : deliveries
                                .cancel(transaction, after.workspace(), subject, now)
                                .replaceWithVoid());
    }
}
