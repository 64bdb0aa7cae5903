package io.omniflow.integration.link.kafka;

import io.omniflow.integration.facts.TicketFactTaker;
import io.omniflow.integration.link.TakeTicketAnswer;
import io.omniflow.integration.link.domain.TicketAnswer;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Looks among what ticket-service tells for the answers to our questions. */
@ApplicationScoped
class TicketAnswersIn implements TicketFactTaker {
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
