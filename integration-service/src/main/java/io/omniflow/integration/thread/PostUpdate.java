package io.omniflow.integration.thread;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.Attempted;
import io.omniflow.integration.delivery.DeliveryWork;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.thread.domain.ThreadId;
import io.omniflow.integration.thread.domain.TicketThread;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Posts one more message in a thread, under the id of its delivery. */
@ApplicationScoped
class PostUpdate implements DeliveryWork {
    private static final Problem NOT_OPEN =
            new Problem("thread-not-open", 409, "The thread's first message could not be posted; retry that one first");

    private final Threads threads;
    private final Connections connections;
    private final ThreadBoard board;

    PostUpdate(Threads threads, Connections connections, ThreadBoard board) {
        this.threads = threads;
        this.connections = connections;
        this.board = board;
    }

    @Override
    public Operation operation() {
        return Operation.POST_UPDATE;
    }

    @Override
    public Uni<Attempted> attempt(Claim claim) {
        Delivery delivery = claim.delivery();
        return connections
                .open(delivery.workspace(), delivery.connectionId())
                .flatMap(found -> found.map(connection -> post(claim, connection))
                        .orElseGet(() -> Uni.createFrom().item(new CallResult.Missing<>(Problem.connectionRemoved()))))
                .map(result -> new Attempted(
                        Outcomes.of(result), (_, _) -> Uni.createFrom().voidItem()));
    }

    private Uni<CallResult<String>> post(Claim claim, OpenConnection connection) {
        Delivery delivery = claim.delivery();
        return threads.find(delivery.workspace(), new ThreadId(delivery.subject()))
                .flatMap(found -> {
                    TicketThread thread = found.orElseThrow();
                    @Nullable String message = thread.message();
                    return message == null
                            ? Uni.createFrom().item(new CallResult.Refused<>(NOT_OPEN))
                            : board.add(connection, thread.channel(), message, line(delivery), claim.earlier());
                });
    }

    private static Line line(Delivery delivery) {
        return new Line(delivery.id().value(), delivery.told(TellThreads.TEXT), delivery.createdAt());
    }
}
