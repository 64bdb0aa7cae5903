package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Checkpoint;
import io.omniflow.sla.clock.domain.Clock;
import io.omniflow.sla.clock.domain.Measures;
import io.omniflow.sla.clock.domain.News;
import io.omniflow.sla.clock.domain.Reckoning;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reckons locked tickets, keeps the result and tells what is new, whoever asked for it. Facts in their order go on from the
 * clocks as they are kept; where something has to be taken back, all of a ticket's facts are reckoned anew.
 */
@ApplicationScoped
class SettleClocks {
    /** A ticket that cannot be reckoned is tried again after that. */
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);

    private final TicketFiles files;
    private final Policies policies;
    private final Announcements announcements;
    private final Alarm alarm;
    private final Observations observations;

    SettleClocks(
            TicketFiles files, Policies policies, Announcements announcements, Alarm alarm, Observations observations) {
        this.files = files;
        this.policies = policies;
        this.announcements = announcements;
        this.alarm = alarm;
        this.observations = observations;
    }

    /**
     * A locked ticket: how far to judge it, the numbers of the facts that arrived with this transaction, and when it was put
     * under other terms by it.
     */
    record Task(TicketKey key, Instant until, Set<Long> arrived, Set<Instant> reapplied) {}

    Uni<Void> settle(SqlConnection transaction, Map<TicketKey, Task> tasks, Instant now) {
        if (tasks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Outcome outcome = new Outcome(new HashSet<>(tasks.keySet()), new ArrayList<>(), new ArrayList<>());
        return files.readTails(transaction, tasks.keySet())
                .flatMap(tails -> policies.of(transaction, revisionsOfTails(tails))
                        .map(inForce -> goOn(tails, tasks, inForce, now, outcome)))
                .flatMap(left -> fromNothing(transaction, left, tasks, now, outcome))
                .chain(() -> {
                    return Uni.combine()
                            .all()
                            .unis(
                                    files.keep(transaction, outcome.settled()),
                                    files.postpone(transaction, outcome.broken(), now.plus(NEXT_TRY)),
                                    announcements.tell(transaction, outcome.news()))
                            .discardItems();
                });
    }

    /** What a batch comes to; {@code broken} are the tickets that could not be settled. */
    private record Outcome(Set<TicketKey> broken, List<Settled> settled, List<Announcement> news) {}

    /** Answers with the tickets for which the kept clocks and the facts behind them are not enough. */
    private List<TicketKey> goOn(
            List<TicketTail> tails,
            Map<TicketKey, Task> tasks,
            Policies.InForce inForce,
            Instant now,
            Outcome outcome) {
        List<TicketKey> left = new ArrayList<>();
        for (TicketTail tail : tails) {
            Task task = tasks.get(tail.key());
            if (task != null) {
                trying(tail.key(), () -> {
                    if (!goOn(tail, task, inForce, now, outcome)) {
                        left.add(tail.key());
                    }
                });
            }
        }
        return left;
    }

    private boolean goOn(TicketTail tail, Task task, Policies.InForce inForce, Instant now, Outcome outcome) {
        WorkspaceId workspace = tail.key().workspace();
        Measures measures = tail.terms().in(inForce, workspace);
        Optional<Checkpoint> kept = tail.clocks().in(inForce, tail.terms().without(task.reapplied()));
        Optional<Reckoning> reckoning = kept.flatMap(checkpoint -> checkpoint.goOn(
                tail.facts().stream().map(TicketFact::fact).toList(),
                task.arrived(),
                measures.reapplied().stream()
                        .filter(one -> task.reapplied().contains(one.at()))
                        .toList(),
                task.until(),
                now));
        if (kept.isEmpty() || reckoning.isEmpty()) {
            return false;
        }
        observeGap(tail.key(), kept.get().judgedSequence(), tail.facts());
        List<Clock> before = kept.get().clocks().clocks();
        add(tail.key(), tail.toldSequence(), tail.facts(), reckoning.get(), measures, before, outcome);
        return true;
    }

    private Uni<Void> fromNothing(
            SqlConnection transaction, List<TicketKey> left, Map<TicketKey, Task> tasks, Instant now, Outcome outcome) {
        if (left.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return files.read(transaction, left)
                .flatMap(read -> policies.of(transaction, revisions(read)).invoke(inForce -> {
                    for (TicketFile file : read) {
                        Task task = tasks.get(file.key());
                        if (task != null) {
                            trying(file.key(), () -> reckon(file, task, inForce, now, outcome));
                        }
                    }
                }))
                .replaceWithVoid();
    }

    /** A ticket that cannot be reckoned must not hold up the others of its batch: its clocks stay as they were for now. */
    private void trying(TicketKey key, Runnable reckoning) {
        try {
            reckoning.run();
        } catch (RuntimeException failure) {
            observations.broken(key, failure);
        }
    }

    private static Map<WorkspaceId, Set<Integer>> revisionsOfTails(List<TicketTail> tails) {
        return tails.stream()
                .collect(Collectors.groupingBy(
                        tail -> tail.key().workspace(),
                        Collectors.flatMapping(
                                tail -> Stream.concat(tail.revisions().stream(), tail.terms().revisions().stream()),
                                Collectors.toSet())));
    }

    static Map<WorkspaceId, Set<Integer>> revisions(List<TicketFile> files) {
        return files.stream()
                .collect(Collectors.groupingBy(
                        file -> file.key().workspace(),
                        Collectors.flatMapping(file -> file.terms().revisions().stream(), Collectors.toSet())));
    }

    private void reckon(TicketFile file, Task task, Policies.InForce inForce, Instant now, Outcome outcome) {
        Measures measures = file.terms().in(inForce, file.key().workspace());
        Reckoning reckoning = Reckoning.of(
                new Reckoning.Before(
                        file.facts().stream().map(TicketFact::fact).toList(),
                        file.judgedSequence(),
                        task.arrived(),
                        task.reapplied(),
                        file.notices()),
                measures,
                task.until(),
                now);
        observeGap(file.key(), 0, file.facts());
        add(file.key(), file.toldSequence(), file.facts(), reckoning, measures, List.of(), outcome);
    }

    private void add(
            TicketKey key,
            long toldBefore,
            List<TicketFact> facts,
            Reckoning reckoning,
            Measures measures,
            List<Clock> unchanged,
            Outcome outcome) {
        Map<Long, Provenance> causes =
                facts.stream().collect(Collectors.toMap(fact -> fact.fact().sequence(), TicketFact::provenance));
        long told = toldBefore;
        for (News item : reckoning.news()) {
            told++;
            outcome.news().add(new Announcement(key, told, item, cause(item, causes)));
        }
        reckoning.news().forEach(this::observe);
        outcome.settled().add(new Settled(key, reckoning, measures, told, unchanged));
        outcome.broken().remove(key);
        reckoning.nextMark().ifPresent(alarm::setAt);
    }

    private void observe(News news) {
        switch (news) {
            case News.Moved _ -> {}
            case News.Noticed noticed ->
                observations.noticed(Duration.between(noticed.mark().at(), noticed.noticedAt()));
            case News.Withdrawn _ -> observations.withdrawn();
            case News.WentStale _, News.PingFailed _ -> {}
        }
    }

    /** Facts are numbered without a gap, so the number of the last tells how many there must be behind another. */
    private void observeGap(TicketKey key, long behind, List<TicketFact> facts) {
        long missing = facts.isEmpty() ? 0 : facts.getLast().fact().sequence() - behind - facts.size();
        if (missing > 0) {
            observations.missing(key, missing);
        }
    }

    private static Optional<Provenance> cause(News news, Map<Long, Provenance> causes) {
        return switch (news) {
            case News.Moved moved -> Optional.ofNullable(causes.get(moved.cause()));
            case News.Noticed _ -> Optional.empty();
            case News.Withdrawn _, News.WentStale _, News.PingFailed _ -> Optional.empty();
        };
    }
}
