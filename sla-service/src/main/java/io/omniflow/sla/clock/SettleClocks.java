package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Measures;
import io.omniflow.sla.clock.domain.News;
import io.omniflow.sla.clock.domain.Reckoning;
import io.quarkus.logging.Log;
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

/** Reckons locked tickets from all their facts, keeps the result and tells what is new, whoever asked for it. */
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
        return files.read(transaction, tasks.keySet()).flatMap(read -> policies.of(transaction, revisions(read))
                .flatMap(inForce -> {
                    Outcome outcome = new Outcome(new HashSet<>(tasks.keySet()), new ArrayList<>(), new ArrayList<>());
                    for (TicketFile file : read) {
                        Task task = tasks.get(file.key());
                        if (task != null) {
                            tryToReckon(file, task, inForce, now, outcome);
                        }
                    }
                    outcome.broken().forEach(observations::broken);
                    return Uni.combine()
                            .all()
                            .unis(
                                    files.keep(transaction, outcome.settled()),
                                    files.postpone(transaction, outcome.broken(), now.plus(NEXT_TRY)),
                                    announcements.tell(transaction, outcome.news()))
                            .discardItems();
                }));
    }

    /** What a batch comes to; {@code broken} are the tickets that could not be settled. */
    private record Outcome(Set<TicketKey> broken, List<Settled> settled, List<Announcement> news) {}

    /** A ticket that cannot be reckoned must not hold up the others of its batch: its clocks stay as they were for now. */
    private void tryToReckon(TicketFile file, Task task, Policies.InForce inForce, Instant now, Outcome outcome) {
        try {
            reckon(file, task, file.terms().in(inForce, file.key().workspace()), now, outcome);
            outcome.broken().remove(file.key());
        } catch (RuntimeException failure) {
            Log.errorf(
                    failure, "the clocks of ticket %s cannot be reckoned", file.key().ticket());
        }
    }

    static Map<WorkspaceId, Set<Integer>> revisions(List<TicketFile> files) {
        return files.stream()
                .collect(Collectors.groupingBy(
                        file -> file.key().workspace(),
                        Collectors.flatMapping(file -> file.terms().revisions().stream(), Collectors.toSet())));
    }

    private void reckon(TicketFile file, Task task, Measures measures, Instant now, Outcome outcome) {
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
        Map<Long, Provenance> causes = file.facts().stream()
                .collect(Collectors.toMap(fact -> fact.fact().sequence(), TicketFact::provenance));
        long told = file.toldSequence();
        for (News item : reckoning.news()) {
            told++;
            outcome.news().add(new Announcement(file.key(), told, item, cause(item, causes)));
        }
        reckoning.news().forEach(this::observe);
        observeGap(file);
        outcome.settled().add(new Settled(file.key(), reckoning, measures, told));
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

    /** Facts are numbered without a gap from 1, so the number of the last tells how many there must be. */
    private void observeGap(TicketFile file) {
        long missing = file.facts().isEmpty()
                ? 0
                : file.facts().getLast().fact().sequence() - file.facts().size();
        if (missing > 0) {
            observations.missing(file.key(), missing);
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
