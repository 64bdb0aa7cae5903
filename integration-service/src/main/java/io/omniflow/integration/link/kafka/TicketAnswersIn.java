package io.omniflow.integration.link.kafka;

import io.omniflow.integration.facts.TicketFactTaker;
import io.omniflow.integration.link.TakeTicketAnswer;
import io.omniflow.integration.link.domain.TicketAnswer;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Looks among what ticket-service tells for the answers to our questions. It comes before whoever follows ties: all who lock a
 * link and its tie lock the link first, or they would wait for each other.
 */
@ApplicationScoped
@Priority(TicketAnswersIn.FIRST)
class TicketAnswersIn implements TicketFactTaker {
    static final int FIRST = 100;

    private final TakeTicketAnswer take;

    TicketAnswersIn(TakeTicketAnswer take) {
        this.take = take;
    }

    @Override
    public Uni<Void> take(SqlClient transaction, List<ReceivedEvent> fresh) {
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
