package io.omniflow.ticket.rule;

import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Faults;
import io.omniflow.ticket.lifecycle.OpenTicket;
import io.omniflow.ticket.rule.domain.Outcome;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Works off what rules are to look at, one occasion a transaction: the acts of all rules and the end of the work are
 * committed together, so a crash repeats all or nothing. A rule that fails takes its transaction with it; the work is then
 * done again without it.
 */
@ApplicationScoped
public class RunRules {
    private static final Logger LOG = Logger.getLogger(RunRules.class);
    /** About when the transaction that wrote the work is committed; the heartbeat finds what was committed later. */
    private static final Duration COMMIT = Duration.ofMillis(15);

    private static final Duration FIRST_WAIT = Duration.ofMillis(50);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final int MOST_TRIES = 3;
    private static final int MOST_ATTEMPTS = 10;
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);
    /** A conflict is mostly somebody who links the conversation just now; after that it is the rule's own. */
    private static final int CONFLICT = 409;

    private static final int CONFLICTS = 3;

    private final Transactions transactions;
    private final WorkQueue queue;
    private final WorkOff workOff;
    private final SpareNumbers numbers;
    private final OpenTicket openTicket;
    private final Rules rules;
    private final Reports reports;
    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicBoolean again = new AtomicBoolean();
    private final AtomicBoolean expecting = new AtomicBoolean();

    RunRules(
            Transactions transactions,
            WorkQueue queue,
            WorkOff workOff,
            SpareNumbers numbers,
            OpenTicket openTicket,
            Rules rules,
            Reports reports) {
        this.transactions = transactions;
        this.queue = queue;
        this.workOff = workOff;
        this.numbers = numbers;
        this.openTicket = openTicket;
        this.rules = rules;
        this.reports = reports;
    }

    /** Tells that work was written and will be committed in a moment. */
    public void expect() {
        if (expecting.compareAndSet(false, true)) {
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(COMMIT)
                    .subscribe()
                    .with(
                            due -> {
                                expecting.set(false);
                                wake();
                            },
                            failure -> LOG.debug("The heartbeat will find the work", failure));
        }
    }

    /** Starts at once; when this replica is at it already, it looks once more before it ends. */
    public void wake() {
        again.set(true);
        if (running.compareAndSet(false, true)) {
            all().onTermination()
                    .invoke(this::ended)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf("Rules wait: %s", failure.toString()));
        }
    }

    private void ended() {
        running.set(false);
        if (again.get()) {
            wake();
        }
    }

    /** How it stands after a step. */
    private enum Step {
        WENT_ON,
        NOTHING_DUE
    }

    private Uni<Void> all() {
        return Uni.createFrom()
                .deferred(() -> {
                    again.set(false);
                    return step();
                })
                .repeat()
                .whilst(step -> step == Step.WENT_ON || again.get())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Step> step() {
        Attempt attempt = new Attempt();
        return transactions
                .write(transaction -> queue.next(transaction).flatMap(found -> {
                    if (found.isEmpty()) {
                        return Uni.createFrom().item(Step.NOTHING_DUE);
                    }
                    attempt.at(found.get());
                    return workOff.all(transaction, found.get()).replaceWith(Step.WENT_ON);
                }))
                .onFailure(failure -> attempt.isAtWork())
                .recoverWithUni(failure -> surely(attempt.work(), failure).replaceWith(Step.WENT_ON));
    }

    /** The fault may have left a broken connection in the pool, which is not the work's: tried again, it gets another. */
    private Uni<Void> surely(Work work, Throwable failure) {
        return Uni.createFrom()
                .deferred(() -> setBack(work, failure))
                .onFailure(Faults::passesByItself)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .atMost(MOST_TRIES);
    }

    /** What the failed transaction leaves to be done, in one of its own. */
    private Uni<Void> setBack(Work work, Throwable failure) {
        if (failure instanceof SpareNumbers.NumberNeeded needed) {
            return openTicket
                    .number(needed.workspace())
                    .invoke(number -> numbers.keep(needed.workspace(), number))
                    .replaceWithVoid();
        }
        if (failure instanceof RuleFailed failed && isItsOwn(work, failed.cause())) {
            LOG.infof("Rule %s failed: %s", failed.rule(), failed.cause().toString());
            return transactions.write(transaction -> leaveOut(transaction, work, failed));
        }
        LOG.warnf(
                failure, "Rules cannot look at conversation %s", work.occasion().conversation());
        return transactions.write(transaction -> work.attempts() + 1 >= MOST_ATTEMPTS
                ? giveUp(transaction, work, failure)
                : queue.postpone(transaction, work, delay(work.attempts())));
    }

    private static boolean isItsOwn(Work work, Throwable cause) {
        boolean conflict = cause instanceof HttpProblem problem && problem.getStatusCode() == CONFLICT;
        return !Faults.passesByItself(cause) && (!conflict || work.attempts() >= CONFLICTS);
    }

    private Uni<Void> leaveOut(SqlConnection transaction, Work work, RuleFailed failed) {
        return queue.leaveOut(transaction, work, failed.rule()).flatMap(kept -> switch (kept) {
            case BEFORE -> Uni.createFrom().voidItem();
            case NOW -> count(transaction, work, List.of(failed.rule()), Problem.of(failed.cause()));
        });
    }

    private Uni<Void> giveUp(SqlConnection transaction, Work work, Throwable failure) {
        return rules.enabled(
                        transaction,
                        work.occasion().workspace(),
                        work.occasion().trigger())
                .flatMap(all -> count(
                        transaction,
                        work,
                        all.stream()
                                .map(rule -> rule.id())
                                .filter(rule -> !work.leftOut().contains(rule))
                                .toList(),
                        "Given up after " + MOST_ATTEMPTS + " attempts: " + Problem.of(failure)))
                .chain(() -> queue.done(transaction, work));
    }

    private Uni<Void> count(SqlConnection transaction, Work work, List<UUID> failed, String problem) {
        UUID conversation = work.occasion().conversation();
        return reports.add(
                transaction,
                work.occasion().workspace(),
                failed.stream()
                        .map(rule -> new Reports.Counted(rule, Outcome.FAILED))
                        .toList(),
                failed.stream()
                        .map(rule -> new Reports.Complaint(rule, conversation, problem))
                        .toList());
    }

    private static Duration delay(int attempts) {
        Duration delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts, MOST_ATTEMPTS));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
