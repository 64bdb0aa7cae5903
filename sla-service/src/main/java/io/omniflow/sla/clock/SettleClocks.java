package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.News;
import io.omniflow.sla.clock.domain.Reckoning;
import io.omniflow.sla.clock.domain.Terms;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reckons locked tickets from all their facts, keeps the result and tells what is new, whoever asked for it. */
@ApplicationScoped
class SettleClocks {
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

    /** A locked ticket: how far to judge it, and the numbers of the facts that arrived with this transaction. */
    record Task(TicketKey key, Instant until, Set<Long> arrived) {}

    Uni<Void> settle(SqlConnection transaction, Map<TicketKey, Task> tasks, Instant now) {
        if (tasks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<WorkspaceId> workspaces =
                tasks.keySet().stream().map(TicketKey::workspace).collect(Collectors.toSet());
        return Uni.combine()
                .all()
                .unis(files.read(transaction, tasks.keySet()), policies.of(transaction, workspaces))
                .asTuple()
                .flatMap(read -> {
                    List<Settled> settled = new ArrayList<>();
                    List<Announcement> news = new ArrayList<>();
                    for (TicketFile file : read.getItem1()) {
                        Terms terms = read.getItem2().terms(file.key().workspace(), file.policy());
                        Task task = tasks.get(file.key());
                        if (task != null) {
                            reckon(file, task, terms, now, settled, news);
                        }
                    }
                    return Uni.combine()
                            .all()
                            .unis(files.keep(transaction, settled), announcements.tell(transaction, news))
                            .discardItems();
                });
    }

    private void reckon(
            TicketFile file, Task task, Terms terms, Instant now, List<Settled> settled, List<Announcement> news) {
        Reckoning reckoning = Reckoning.of(
                new Reckoning.Before(
                        file.facts().stream().map(TicketFact::fact).toList(),
                        file.judgedSequence(),
                        task.arrived(),
                        file.notices()),
                terms,
                task.until(),
                now);
        Map<Long, Provenance> causes = file.facts().stream()
                .collect(Collectors.toMap(fact -> fact.fact().sequence(), TicketFact::provenance));
        long told = file.toldSequence();
        for (News item : reckoning.news()) {
            told++;
            news.add(new Announcement(file.key(), told, item, terms, cause(item, causes)));
        }
        reckoning.news().forEach(this::observe);
        observeGap(file);
        settled.add(new Settled(file.key(), reckoning, terms, told));
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
