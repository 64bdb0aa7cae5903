package io.omniflow.sla.stale;

import io.omniflow.sla.clock.Announcement;
import io.omniflow.sla.clock.Announcements;
import io.omniflow.sla.clock.Provenance;
import io.omniflow.sla.clock.SummarizeClocks;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.domain.News;
import io.omniflow.sla.clock.domain.Summary;
import io.omniflow.sla.stale.domain.Deed;
import io.omniflow.sla.stale.domain.Rules;
import io.omniflow.sla.stale.domain.Series;
import io.omniflow.sla.stale.domain.Watch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores what was decided about locked tickets and does what follows from it, in the same transaction. */
@ApplicationScoped
class CarryOut {
    private final Watches watches;
    private final StaleCommands commands;
    private final SummarizeClocks summaries;
    private final Announcements announcements;
    private final StaleObservations observations;
    private final WatchAlarm alarm;

    CarryOut(
            Watches watches,
            StaleCommands commands,
            SummarizeClocks summaries,
            Announcements announcements,
            StaleObservations observations,
            WatchAlarm alarm) {
        this.watches = watches;
        this.commands = commands;
        this.summaries = summaries;
        this.announcements = announcements;
        this.observations = observations;
        this.alarm = alarm;
    }

    /**
     * One ticket after its signs or its instant.
     *
     * @param watch null when the ticket is not watched any more
     */
    record Decided(TicketKey key, @Nullable Watch watch, Rules rules, List<Caused> deeds) {}

    record Caused(Deed deed, Optional<Provenance> cause) {}

    private record Told(Caused caused, Rules rules) {}

    Uni<Void> all(SqlConnection transaction, List<Decided> decided, Instant now) {
        List<Kept> kept = new ArrayList<>();
        List<TicketKey> ended = new ArrayList<>();
        List<StaleCommands.Command> asked = new ArrayList<>();
        Map<TicketKey, List<Told>> told = new LinkedHashMap<>();
        for (Decided one : decided) {
            @Nullable Watch watch = one.watch();
            if (watch == null) {
                ended.add(one.key());
            } else {
                Optional<Instant> next = watch.next(one.rules());
                next.ifPresent(alarm::setAt);
                kept.add(new Kept(one.key(), watch, next));
            }
            one.deeds().forEach(caused -> sort(one, caused, asked, told));
        }
        return watches.end(transaction, ended)
                .chain(() -> watches.keep(transaction, kept))
                .chain(() -> commands.send(transaction, asked, now))
                .chain(() -> tell(transaction, told));
    }

    private void sort(
            Decided decided, Caused caused, List<StaleCommands.Command> asked, Map<TicketKey, List<Told>> told) {
        TicketKey key = decided.key();
        Told news = new Told(caused, decided.rules());
        switch (caused.deed()) {
            case Deed.Ping ping -> {
                observations.pinged();
                asked.add(new StaleCommands.Command.Ping(ping.command(), key, ping.recipient(), ping.graceUntil()));
            }
            case Deed.Close close -> {
                observations.closed();
                asked.add(new StaleCommands.Command.Close(close.command(), key));
            }
            case Deed.TellStale _ ->
                told.computeIfAbsent(key, any -> new ArrayList<>()).add(news);
            case Deed.Miss miss -> {
                observations.missed(key, miss.reason());
                if (miss.before() == Series.QUIET) {
                    told.computeIfAbsent(key, any -> new ArrayList<>()).add(news);
                }
            }
        }
    }

    /** SLA facts carry the summary of the clocks, which is reckoned from the ticket's facts. */
    private Uni<Void> tell(SqlConnection transaction, Map<TicketKey, List<Told>> told) {
        if (told.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return summaries.of(transaction, told.keySet()).flatMap(summarized -> {
            List<Announcement> news = new ArrayList<>();
            Map<TicketKey, Long> counts = new HashMap<>();
            for (SummarizeClocks.Summarized ticket : summarized) {
                long number = ticket.toldSequence();
                for (Told one : told.getOrDefault(ticket.key(), List.of())) {
                    for (News item : news(one.caused().deed(), ticket.summary(), one.rules())) {
                        number++;
                        news.add(new Announcement(
                                ticket.key(), number, item, one.caused().cause()));
                    }
                }
                counts.put(ticket.key(), number);
            }
            return watches.count(transaction, counts).chain(() -> announcements.tell(transaction, news));
        });
    }

    private static List<News> news(Deed deed, Summary summary, Rules rules) {
        return switch (deed) {
            case Deed.TellStale(Instant since, Instant at) ->
                List.of(new News.WentStale(since, rules.policy().waitingFor(), at, summary));
            case Deed.Miss miss ->
                List.of(new News.PingFailed(miss.waitingSince(), miss.reason(), miss.at(), miss.retryAt(), summary));
            case Deed.Ping _, Deed.Close _ -> List.of();
        };
    }
}
