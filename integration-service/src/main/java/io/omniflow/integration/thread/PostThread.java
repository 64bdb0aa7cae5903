package io.omniflow.integration.thread;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.Attempted;
import io.omniflow.integration.delivery.DeliveryWork;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.TicketAddresses;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.thread.domain.ThreadId;
import io.omniflow.integration.thread.domain.TicketCard;
import io.omniflow.integration.thread.domain.TicketThread;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Posts a thread's first message, which is the ticket, and stores what became of it. */
@ApplicationScoped
class PostThread implements DeliveryWork {
    private final Threads threads;
    private final Connections connections;
    private final ThreadBoard board;
    private final TicketAddresses addresses;

    PostThread(Threads threads, Connections connections, ThreadBoard board, TicketAddresses addresses) {
        this.threads = threads;
        this.connections = connections;
        this.board = board;
        this.addresses = addresses;
    }

    @Override
    public Operation operation() {
        return Operation.POST_THREAD;
    }

    @Override
    public Uni<Attempted> attempt(Claim claim) {
        Delivery delivery = claim.delivery();
        return connections
                .open(delivery.workspace(), delivery.connectionId())
                .flatMap(found -> found.map(connection -> post(claim, connection))
                        .orElseGet(() -> Uni.createFrom().item(new CallResult.Missing<>(Problem.connectionRemoved()))))
                .map(result -> new Attempted(
                        Outcomes.of(result),
                        (transaction, settled) ->
                                change(transaction, settled, thread -> after(thread, settled, result))));
    }

    @Override
    public Uni<Void> retried(SqlClient transaction, Delivery delivery) {
        return change(transaction, delivery, thread -> thread.delayed(delivery.problem(), delivery.updatedAt()));
    }

    private Uni<CallResult<String>> post(Claim claim, OpenConnection connection) {
        Delivery delivery = claim.delivery();
        return threads.find(delivery.workspace(), new ThreadId(delivery.subject()))
                .flatMap(found -> {
                    TicketThread thread = found.orElseThrow();
                    TicketCard card = Objects.requireNonNull(
                            thread.card(), "the ticket was reported before the delivery is ready");
                    Opening opening =
                            new Opening(thread.id().value(), card, addresses.of(card.number()), thread.createdAt());
                    return board.open(connection, thread.channel(), opening, claim.earlier());
                });
    }

    private static TicketThread after(TicketThread thread, Delivery settled, CallResult<String> result) {
        if (result instanceof CallResult.Done<String>(String message)) {
            return thread.opened(message, settled.updatedAt());
        }
        return settled.canBeRetried()
                ? thread.failed(settled.problem(), settled.updatedAt())
                : thread.delayed(settled.problem(), settled.updatedAt());
    }

    private Uni<Void> change(SqlClient transaction, Delivery delivery, UnaryOperator<TicketThread> change) {
        return threads.findForChange(transaction, delivery.workspace(), new ThreadId(delivery.subject()))
                .flatMap(found -> threads.save(transaction, change.apply(found.orElseThrow())))
                .replaceWithVoid();
    }
}
