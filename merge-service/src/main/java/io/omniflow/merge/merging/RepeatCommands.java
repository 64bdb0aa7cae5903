package io.omniflow.merge.merging;

import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Outbox;
import io.omniflow.kit.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Sends commands again that were not answered for long: one may be lost when ticket-service was down for longer than the
 * topic keeps it. The merge has the same id, so ticket-service does it once, however many copies reach it.
 */
@ApplicationScoped
public class RepeatCommands {
    private static final Logger LOG = Logger.getLogger(RepeatCommands.class);
    private static final int AT_ONCE = 100;

    private final Transactions transactions;
    private final Merges merges;
    private final MergeEvents events;
    private final Outbox outbox;
    private final MergingConfig config;
    private final Clock clock;

    RepeatCommands(
            Transactions transactions,
            Merges merges,
            MergeEvents events,
            Outbox outbox,
            MergingConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.merges = merges;
        this.events = events;
        this.outbox = outbox;
        this.config = config;
        this.clock = clock;
    }

    /** How many were sent. */
    public Uni<Integer> repeat() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return transactions.write(transaction -> merges.lockUnanswered(transaction, now, AT_ONCE)
                .flatMap(unanswered ->
                        unanswered.isEmpty() ? Uni.createFrom().item(0) : send(transaction, unanswered, now)));
    }

    private Uni<Integer> send(SqlConnection transaction, List<Merges.Sent> unanswered, Instant now) {
        LOG.infof("%d commands were not answered in time and are sent again", unanswered.size());
        List<OutboundEvent> commands = new ArrayList<>();
        List<Merges.Sent> sent = new ArrayList<>();
        for (Merges.Sent before : unanswered) {
            String correlationId = before.command().correlationId();
            OutboundEvent command = events.command(
                    before.merge(), now, new Origin(before.merge().askedLast().actor(), correlationId, null));
            int copies = before.command().copies() + 1;
            commands.add(command);
            sent.add(new Merges.Sent(
                    before.merge(),
                    new Merges.Command(command.id(), correlationId, copies, config.repeatAt(now, copies))));
        }
        return merges.sent(transaction, sent)
                .chain(() -> outbox.append(transaction, commands))
                .replaceWith(sent.size());
    }
}
