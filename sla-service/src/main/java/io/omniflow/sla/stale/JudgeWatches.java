package io.omniflow.sla.stale;

import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.time.Ids;
import io.omniflow.sla.clock.DueTicket;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.stale.domain.Outcome;
import io.omniflow.sla.stale.domain.Rules;
import io.omniflow.sla.stale.domain.Watch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Does what has fallen due on tickets whose facts are known beyond that instant. There is no patience as with deadlines: a
 * late ping harms nobody, a wrong close does. Several may run at once, in one process or in many.
 */
@ApplicationScoped
public class JudgeWatches {
    private static final int BATCH = 200;

    private final Watches watches;
    private final RulesOfTickets rules;
    private final CarryOut carryOut;
    private final Transactions transactions;
    private final InstantSource time;

    JudgeWatches(
            Watches watches, RulesOfTickets rules, CarryOut carryOut, Transactions transactions, InstantSource time) {
        this.watches = watches;
        this.rules = rules;
        this.carryOut = carryOut;
        this.transactions = transactions;
        this.time = time;
    }

    /** Judges all that can be judged now, and tells when something falls due next. */
    public Uni<Optional<Instant>> judge() {
        return transactions.write(this::judgeSome).flatMap(judged -> judged == BATCH ? judge() : watches.earliest());
    }

    private Uni<Integer> judgeSome(SqlConnection transaction) {
        Instant now = time.instant();
        return watches.claimDue(transaction, now, BATCH).flatMap(due -> {
            if (due.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            Map<TicketKey, Instant> known = due.stream().collect(Collectors.toMap(DueTicket::key, DueTicket::until));
            return rules.hold(transaction, known.keySet())
                    .flatMap(inForce -> watches.lock(transaction, known.keySet())
                            .flatMap(watched -> carryOut.all(transaction, decide(watched, known, inForce, now), now)))
                    .replaceWith(due.size());
        });
    }

    private static List<CarryOut.Decided> decide(
            Map<TicketKey, Watch> watched, Map<TicketKey, Instant> known, RulesOfTickets.InForce inForce, Instant now) {
        List<CarryOut.Decided> decided = new ArrayList<>();
        watched.forEach((key, one) -> {
            Rules rules = inForce.of(key);
            Outcome outcome = one.judge(known.getOrDefault(key, Instant.MIN), now, rules, Ids.next());
            decided.add(new CarryOut.Decided(
                    key,
                    outcome.watch(),
                    rules,
                    outcome.deeds().stream()
                            .map(deed -> new CarryOut.Caused(deed, Optional.empty()))
                            .toList()));
        });
        return decided;
    }
}
