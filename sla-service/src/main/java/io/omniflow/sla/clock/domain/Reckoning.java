package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The whole decision about one ticket: refold its facts, judge, and compare with what was told before.
 *
 * @param judgedSequence the last fact that took part
 * @param lastTurn the instant of the last turn that took part; of none, {@link Instant#MIN}
 * @param quietUntil whatever lies before the newest import is the past; without one, {@link Instant#MIN}
 * @param notices every mark in force, with how it was noticed
 * @param nextMark when to judge again if no fact comes
 */
public record Reckoning(
        TicketClocks clocks,
        long judgedSequence,
        Instant lastTurn,
        Instant quietUntil,
        List<Notice> notices,
        List<News> news,
        Optional<Instant> nextMark) {
    public static final Reckoning NOTHING =
            new Reckoning(TicketClocks.NONE, 0, Instant.MIN, Instant.MIN, List.of(), List.of(), Optional.empty());

    /**
     * What is known before.
     *
     * @param facts all facts of the ticket, in order of their sequence
     * @param judgedSequence the last fact that was judged before; 0 for none
     * @param arrived numbers of the facts that are new, also such that arrived after a later one
     * @param reapplied when it was put under other terms just now
     * @param notices what was noticed before
     */
    public record Before(
            List<Fact> facts, long judgedSequence, Set<Long> arrived, Set<Instant> reapplied, List<Notice> notices) {

        boolean isNew(Turn turn) {
            return switch (turn) {
                case Change change ->
                    change.sequence() > judgedSequence
                            || change.facts().stream().anyMatch(fact -> arrived.contains(fact.sequence()));
                case Reapplied(Instant at, Terms _) -> reapplied.contains(at);
            };
        }
    }

    /**
     * @param until every deadline before it is judged; those before the last fact are judged anyway
     * @param now when this happens, for the lateness of what is noticed
     */
    public static Reckoning of(Before before, Measures measures, Instant until, Instant now) {
        List<Change> changes = Change.complete(before.facts());
        if (changes.isEmpty()) {
            return NOTHING;
        }
        Instant quietUntil = quietUntil(changes);
        List<TicketClocks.Step> steps = TicketClocks.replay(changes, measures);
        TicketClocks folded = steps.getLast().after();
        TicketClocks.Judgement judgement = folded.judge(frontier(before, folded, until, quietUntil));
        TicketClocks last = judgement.after();
        Ledger ledger = new Ledger(before.notices(), quietUntil, now);
        ledger.withdraw(last);
        for (TicketClocks.Step step : steps) {
            ledger.add(step, before.isNew(step.turn()));
        }
        ledger.add(judgement);
        return new Reckoning(
                last,
                changes.getLast().sequence(),
                steps.getLast().turn().at(),
                quietUntil,
                ledger.notices(),
                ledger.news(last),
                last.nextMark());
    }

    /** Whatever lies before the newest import is the past: written down, not told. */
    static Instant quietUntil(List<Change> changes) {
        return changes.stream()
                .map(Change::facts)
                .flatMap(List::stream)
                .map(Fact::happening)
                .flatMap(happening -> happening instanceof Happening.Imported(Instant importedAt)
                        ? Stream.of(importedAt)
                        : Stream.empty())
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** How far is judged: never less far than before, or what was noticed once would seem to have vanished. */
    private static Instant frontier(Before before, TicketClocks folded, Instant until, Instant quietUntil) {
        return Stream.concat(
                        Stream.of(until, quietUntil),
                        before.notices().stream()
                                .filter(notice -> !notice.standsIn(folded))
                                .map(notice -> notice.mark().at().plusMillis(1)))
                .max(Instant::compareTo)
                .orElse(until);
    }
}
