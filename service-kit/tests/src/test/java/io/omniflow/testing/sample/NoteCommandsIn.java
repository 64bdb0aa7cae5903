package io.omniflow.testing.sample;

import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Each command becomes a row and a fact that it caused. */
@ApplicationScoped
public class NoteCommandsIn {
    public static final String CONSUMER = "sample-service";

    private final Inbox inbox;
    private final Outbox outbox;
    private final Obstacles obstacles;

    NoteCommandsIn(Inbox inbox, Outbox outbox, Obstacles obstacles) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.obstacles = obstacles;
    }

    @Incoming("note-commands")
    public Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(CONSUMER, batch, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> fresh) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (ReceivedEvent received : fresh) {
            if (received.data() instanceof TicketCommand.AddNote(var _, String body, var _, var _)) {
                done = done.chain(() -> write(transaction, received, body))
                        .chain(() -> obstacles.pass(body))
                        .chain(() -> outbox.append(transaction, List.of(caused(received, body))));
            }
        }
        return done;
    }

    /** Before the obstacle, so that what a failed try wrote would show. */
    private static Uni<Void> write(SqlConnection transaction, ReceivedEvent received, String body) {
        return transaction
                .preparedQuery("insert into note (ticket_id, event_id, body) values ($1, $2, $3)")
                .execute(Tuple.of(received.subject(), received.id(), body))
                .replaceWithVoid();
    }

    private static OutboundEvent caused(ReceivedEvent received, String body) {
        Instant now = Instant.now();
        return OutboundEvent.of(
                received.workspace(),
                received.subject(),
                NoteFacts.noteAdded(received.subject(), body, 1, now),
                now,
                null,
                received.causes("system:" + CONSUMER));
    }
}
