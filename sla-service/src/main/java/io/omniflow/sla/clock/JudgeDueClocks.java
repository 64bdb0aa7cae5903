package io.omniflow.sla.clock;

import io.omniflow.kit.outbox.Transactions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Notes and tells every warning and deadline that has passed on tickets whose facts are known that far. Several may run
 * at once, in one process or in many: a ticket is judged under its lock, and state and event are one transaction.
 */
@ApplicationScoped
public class JudgeDueClocks {
    /**
     * How long a deadline waits for the ticket's facts to be known before it is judged by those at hand. Where facts are
     * known to be on their way it waits for them.
     */
    public static final Duration PATIENCE = Duration.ofSeconds(1);

    /**
     * After its start the service does not know yet which facts wait for it: so long it needs a watermark to judge, which
     * comes sooner as a rule.
     */
    private static final Duration SETTLING_IN = Duration.ofSeconds(5);

    private static final int BATCH = 500;

    private final TicketFiles files;
    private final SettleClocks settle;
    private final Transactions transactions;
    private final InstantSource time;
    private final Instant started;

    JudgeDueClocks(TicketFiles files, SettleClocks settle, Transactions transactions, InstantSource time) {
        this.files = files;
        this.settle = settle;
        this.transactions = transactions;
        this.time = time;
        this.started = time.instant();
    }

    /** Judges all that can be judged now, and tells when something falls due next. */
    public Uni<Optional<Instant>> judge() {
        return transactions.write(this::judgeSome).flatMap(judged -> judged == BATCH ? judge() : files.earliestMark());
    }

    private Uni<Integer> judgeSome(SqlConnection transaction) {
        Instant now = time.instant();
        return files.claimDue(transaction, now, patience(now), BATCH).flatMap(due -> {
            if (due.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            return settle.settle(transaction, tasks(due), now).replaceWith(due.size());
        });
    }

    private Instant patience(Instant now) {
        return now.isBefore(started.plus(SETTLING_IN)) ? Instant.EPOCH : now.minus(PATIENCE);
    }

    private static Map<TicketKey, SettleClocks.Task> tasks(List<DueTicket> due) {
        return due.stream()
                .map(ticket -> new SettleClocks.Task(ticket.key(), ticket.until(), Set.of(), Set.of()))
                .collect(Collectors.toMap(SettleClocks.Task::key, Function.identity()));
    }
}
