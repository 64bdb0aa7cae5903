package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is told of a history whose turns become known one after the other. */
final class Told {
    private final Histories.History history;
    private final List<String> words = new ArrayList<>();
    private final List<Fact> known = new ArrayList<>();
    private final List<Reapplied> reapplied = new ArrayList<>();
    private Reckoning latest = Reckoning.NOTHING;
    private final Way way;

    /** Whether each reckoning begins from nothing, or goes on from the one before it where it can. */
    enum Way {
        FROM_NOTHING,
        GOING_ON
    }

    Told(Histories.History history, Way way) {
        this.history = history;
        this.way = way;
    }

    /** Everything at once. */
    static Reckoning of(Reckoning before, Histories.History history, List<Fact> facts, Instant until) {
        return Reckoning.of(
                new Reckoning.Before(
                        facts,
                        before.judgedSequence(),
                        Set.of(),
                        history.measures().reapplied().stream()
                                .map(Reapplied::at)
                                .collect(Collectors.toSet()),
                        before.notices()),
                history.measures(),
                until,
                until);
    }

    /** Each fact and each re-application at its time. */
    void everything() {
        List<Reapplied> ahead = new ArrayList<>(history.measures().reapplied());
        for (Fact fact : history.facts()) {
            while (!ahead.isEmpty() && ahead.getFirst().at().isBefore(fact.at())) {
                reapply(ahead.removeFirst());
            }
            known.add(fact);
            reckon(Set.of(), fact.at(), fact.at());
        }
        ahead.forEach(this::reapply);
    }

    Reckoning at(Instant end) {
        reckon(Set.of(), end, end);
        return latest;
    }

    private void reapply(Reapplied renewal) {
        reapplied.add(renewal);
        reckon(Set.of(renewal.at()), Instant.MIN, renewal.at());
    }

    private void reckon(Set<Instant> renewed, Instant until, Instant now) {
        latest = goneOn(renewed, until, now).orElseGet(() -> fromNothing(renewed, until, now));
        words.addAll(words(latest));
    }

    private Optional<Reckoning> goneOn(Set<Instant> renewed, Instant until, Instant now) {
        if (way == Way.FROM_NOTHING || latest.clocks().clocks().isEmpty()) {
            return Optional.empty();
        }
        List<Reapplied> before =
                reapplied.stream().filter(one -> !renewed.contains(one.at())).toList();
        return new Checkpoint(
                        latest.clocks(),
                        latest.judgedSequence(),
                        latest.lastTurn(),
                        latest.quietUntil(),
                        new Measures(history.measures().begun(), before).latest(),
                        before.stream().map(Reapplied::at).max(Instant::compareTo),
                        latest.notices())
                .goOn(
                        known.stream()
                                .filter(fact -> fact.sequence() > latest.judgedSequence())
                                .toList(),
                        Set.of(),
                        reapplied.stream()
                                .filter(one -> renewed.contains(one.at()))
                                .toList(),
                        until,
                        now);
    }

    private Reckoning fromNothing(Set<Instant> renewed, Instant until, Instant now) {
        return Reckoning.of(
                new Reckoning.Before(known, latest.judgedSequence(), Set.of(), renewed, latest.notices()),
                new Measures(history.measures().begun(), reapplied),
                until,
                now);
    }

    List<String> words() {
        return List.copyOf(words);
    }

    static List<String> words(Reckoning reckoning) {
        return reckoning.news().stream().map(Told::word).toList();
    }

    private static String word(News news) {
        return switch (news) {
            case News.Moved moved ->
                moved.cause() + " " + moved.transition().getClass().getSimpleName() + " "
                        + word(moved.transition().clock());
            case News.Noticed noticed ->
                noticed.clock().metric() + " " + noticed.clock().cycle() + " " + noticed.mark();
            case News.Withdrawn withdrawn -> "withdrawn " + withdrawn.mark();
            case News.WentStale _, News.PingFailed _ -> throw new AssertionError("no clock tells " + news);
        };
    }

    private static String word(Clock clock) {
        return clock.metric() + " " + clock.cycle() + " by "
                + clock.offer().policy().name() + " "
                + clock.policy().version() + " counted " + clock.counted() + " of " + clock.target() + " "
                + clock.progress() + " " + clock.marks().size();
    }
}
