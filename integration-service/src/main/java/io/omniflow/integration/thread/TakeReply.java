package io.omniflow.integration.thread;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.delivery.Attempted;
import io.omniflow.integration.delivery.DeliveryWork;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.delivery.domain.Outcome;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.thread.domain.ThreadId;
import io.omniflow.integration.thread.domain.TicketThread;
import io.omniflow.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Asks who wrote a reply and has it noted on the ticket that has the conversation by now. A name that is not told to us does
 * not keep the note away.
 */
@ApplicationScoped
class TakeReply implements DeliveryWork {
    private static final String SOMEBODY = "Somebody in Slack";

    private final Threads threads;
    private final Connections connections;
    private final ThreadBoard board;
    private final ThreadEvents events;
    private final Outbox outbox;

    TakeReply(Threads threads, Connections connections, ThreadBoard board, ThreadEvents events, Outbox outbox) {
        this.threads = threads;
        this.connections = connections;
        this.board = board;
        this.events = events;
        this.outbox = outbox;
    }

    @Override
    public Operation operation() {
        return Operation.TAKE_REPLY;
    }

    @Override
    public Uni<Attempted> attempt(Claim claim) {
        Delivery delivery = claim.delivery();
        return connections
                .open(delivery.workspace(), delivery.connectionId())
                .flatMap(found -> found.map(connection -> board.nameOf(connection, delivery.told(KeepReply.PERSON)))
                        .orElseGet(() -> Uni.createFrom().item(new CallResult.Missing<>(Problem.connectionRemoved()))))
                .map(this::attempted);
    }

    private Attempted attempted(CallResult<String> name) {
        return switch (name) {
            case CallResult.Done<String>(String author) -> noted(author);
            case CallResult.Missing<String> _, CallResult.Refused<String> _ -> noted(SOMEBODY);
            case CallResult.Unclear<String> _, CallResult.HeldBack<String> _ ->
                new Attempted(Outcomes.of(name), (_, _) -> Uni.createFrom().voidItem());
        };
    }

    private Attempted noted(String author) {
        return new Attempted(new Outcome.Delivered(), (transaction, settled) -> note(transaction, settled, author));
    }

    private Uni<Void> note(SqlClient transaction, Delivery delivery, String author) {
        return threads.findForChange(transaction, delivery.workspace(), new ThreadId(delivery.subject()))
                .map(found -> found.map(TicketThread::holder).orElse(delivery.ticketId()))
                .flatMap(ticket -> outbox.append(
                        transaction,
                        List.of(events.noteWanted(delivery, ticket, author, delivery.told(KeepReply.TEXT)))));
    }
}
