package io.omniflow.sla.clock.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

/** What holds for any history, whatever policies it is measured by. */
@Domain(Histories.class)
@Domain(DomainContext.Global.class)
class ClockLawsTest {

    @Property
    void the_fold_agrees_with_a_walk_over_every_millisecond(
            @ForAll Histories.History history, @ForAll @IntRange(max = 400) int rest) {
        Instant end = history.lastTurn().plusMillis(rest);
        TicketClocks folded = history.folded().judge(end).after();
        Map<Metric, List<NaiveClocks.Cycle>> walked = new NaiveClocks(history.measures()).walk(history.changes(), end);

        for (Metric metric : Metric.values()) {
            List<Clock> clocks = folded.clocks().stream()
                    .filter(clock -> clock.metric() == metric)
                    .toList();
            List<NaiveClocks.Cycle> cycles = Objects.requireNonNull(walked.get(metric));
            assertEquals(cycles.size(), clocks.size(), metric + " cycles");
            for (int i = 0; i < cycles.size(); i++) {
                Clock clock = clocks.get(i);
                NaiveClocks.Cycle cycle = cycles.get(i);
                String which = metric + " " + (i + 1);
                assertEquals(Duration.ofMillis(cycle.counted), clock.countedAt(end), which + " counted");
                assertEquals(cycle.state, state(clock), which + " state");
                assertEquals(
                        cycle.breaches,
                        clock.marks().stream()
                                .filter(Mark::isBreach)
                                .map(Mark::at)
                                .collect(Collectors.toCollection(TreeSet::new)),
                        which + " breaches");
            }
        }
    }

    @Property
    void cutting_a_history_anywhere_changes_nothing(
            @ForAll Histories.History history, @ForAll @IntRange(max = 30) int cut) {
        List<TicketClocks.Step> steps = TicketClocks.replay(history.changes(), history.measures());
        int at = Math.min(cut, steps.size() - 1);
        TicketClocks resumed = at == 0 ? TicketClocks.NONE : steps.get(at - 1).after();
        Terms terms = history.measures().begun();
        for (TicketClocks.Step step : steps.subList(0, at)) {
            terms = step.turn() instanceof Reapplied reapplied ? reapplied.terms() : terms;
        }
        for (TicketClocks.Step step : steps.subList(at, steps.size())) {
            switch (step.turn()) {
                case Change change -> resumed = resumed.after(change, terms).after();
                case Reapplied reapplied -> {
                    terms = reapplied.terms();
                    resumed = resumed.after(reapplied).after();
                }
            }
        }

        assertEquals(history.folded(), resumed);
    }

    @Property
    void judging_at_any_moments_in_between_changes_nothing(
            @ForAll Histories.History history, @ForAll List<@IntRange(max = 60) Integer> delays) {
        List<TicketClocks.Step> steps = TicketClocks.replay(history.changes(), history.measures());
        TicketClocks judged = TicketClocks.NONE;
        Terms terms = history.measures().begun();
        for (int i = 0; i < steps.size(); i++) {
            Turn turn = steps.get(i).turn();
            int delay = i < delays.size() ? delays.get(i) : 0;
            judged = judged.judge(turn.at().minusMillis(delay)).after();
            switch (turn) {
                case Change change -> judged = judged.after(change, terms).after();
                case Reapplied reapplied -> {
                    terms = reapplied.terms();
                    judged = judged.after(reapplied).after();
                }
            }
        }

        assertEquals(history.folded(), judged);
    }

    @Property
    void turns_that_arrive_one_by_one_tell_what_they_tell_together(@ForAll Histories.History history) {
        Instant end = history.lastTurn().plusSeconds(10);
        Reckoning together = Told.of(Reckoning.NOTHING, history, history.facts(), end);

        Told told = new Told(history, Told.Way.FROM_NOTHING);
        told.everything();
        Reckoning latest = told.at(end);

        assertEquals(together.clocks(), latest.clocks());
        assertEquals(Told.words(together), told.words());
    }

    @Property
    void going_on_from_what_was_kept_tells_what_reckoning_from_nothing_tells(@ForAll Histories.History history) {
        Instant end = history.lastTurn().plusSeconds(10);
        Told fromNothing = new Told(history, Told.Way.FROM_NOTHING);
        Told goingOn = new Told(history, Told.Way.GOING_ON);
        fromNothing.everything();
        goingOn.everything();

        Reckoning whole = fromNothing.at(end);
        Reckoning gone = goingOn.at(end);

        assertEquals(whole.clocks(), gone.clocks());
        assertEquals(fromNothing.words(), goingOn.words());
        assertEquals(Set.copyOf(whole.notices()), Set.copyOf(gone.notices()));
        assertEquals(whole.quietUntil(), gone.quietUntil());
    }

    @Property
    void counted_time_never_exceeds_the_time_that_passed(
            @ForAll Histories.History history, @ForAll @IntRange(max = 5000) int rest) {
        Instant end = history.lastTurn().plusMillis(rest);
        for (Clock clock : history.folded().clocks()) {
            Duration counted = clock.countedAt(end);
            assertFalse(counted.isNegative());
            assertTrue(counted.compareTo(Duration.between(clock.since(), end)) <= 0);
        }
    }

    @Property
    void a_due_time_is_when_the_target_is_counted(@ForAll Histories.History history) {
        for (Clock clock : history.folded().clocks()) {
            Duration target = clock.target();
            if (target == null || clock.breachedAt().isPresent()) {
                continue;
            }
            clock.dueAt().ifPresent(due -> assertEquals(target, clock.countedAt(due)));
        }
    }

    @Property
    void nothing_is_told_twice(@ForAll Histories.History history) {
        Instant end = history.lastTurn().plusSeconds(10);
        for (Clock clock : history.folded().judge(end).after().clocks()) {
            Set<String> seen = new HashSet<>();
            clock.marks()
                    .forEach(mark ->
                            assertTrue(seen.add(mark.percent() + " of " + mark.target() + " by " + mark.policy())));
        }
    }

    @Property
    void undoing_a_merge_gives_the_clocks_back_as_they_were(
            @ForAll Histories.History history, @ForAll @IntRange(min = 1, max = 5000) int merged) {
        TicketClocks before = history.folded();
        Circumstances circumstances = Objects.requireNonNull(before.circumstances());
        if (circumstances.merging() == Merging.MERGED) {
            return;
        }
        Terms terms = history.measures().latest();
        Instant mergedAt = history.lastTurn();
        Instant undoneAt = mergedAt.plusMillis(merged);
        long sequence = history.changes().getLast().sequence();
        TicketClocks after = before.after(change(sequence + 1, mergedAt, new Happening.Merged()), terms)
                .after()
                .after(change(sequence + 2, undoneAt, undone(circumstances)), terms)
                .after();

        assertEquals(before.clocks().size(), after.clocks().size());
        for (int i = 0; i < before.clocks().size(); i++) {
            Clock was = before.clocks().get(i);
            Clock is = after.clocks().get(i);
            assertEquals(was.countedAt(mergedAt), is.countedAt(undoneAt));
            assertEquals(was.marks(), is.marks());
            assertEquals(state(was), state(is));
            assertEquals(was.stoppedAt(), is.stoppedAt());
        }
    }

    @Property
    void undoing_a_merge_takes_back_the_earlier_start_it_gave(
            @ForAll Histories.History history,
            @ForAll @IntRange(min = 1, max = 500) int earlier,
            @ForAll @IntRange(max = 500) int merged) {
        Circumstances circumstances = Objects.requireNonNull(history.folded().circumstances());
        if (circumstances.merging() == Merging.MERGED || merged == 0) {
            return;
        }
        Terms terms = history.measures().latest();
        Instant absorbedAt = history.lastTurn();
        Instant undoneAt = absorbedAt.plusMillis(merged);
        long sequence = history.changes().getLast().sequence();
        EarlierStart start =
                new EarlierStart(GivenFact.id("another"), GivenFact.id("source"), Histories.START.minusMillis(earlier));
        Holdings same = undone(circumstances).after();
        TicketClocks without = history.folded()
                .after(change(sequence + 1, absorbedAt, new Happening.Absorbed(same, null)), terms)
                .after();
        TicketClocks with = history.folded()
                .after(change(sequence + 1, absorbedAt, new Happening.Absorbed(same, start)), terms)
                .after();
        Happening undo = new Happening.MergeUndone(
                circumstances.status(), same, circumstances.answer(), start.merge(), start.origin());
        TicketClocks apart =
                with.after(change(sequence + 2, undoneAt, undo), terms).after();
        TicketClocks never =
                without.after(change(sequence + 2, undoneAt, undo), terms).after();

        assertEquals(never.circumstances(), apart.circumstances());
        assertEquals(never.clocks().size(), apart.clocks().size());
        for (int i = 0; i < never.clocks().size(); i++) {
            Clock was = never.clocks().get(i);
            Clock is = apart.clocks().get(i);
            assertEquals(was.countedAt(undoneAt.plusMillis(77)), is.countedAt(undoneAt.plusMillis(77)));
            assertEquals(was.progress(), is.progress());
            assertEquals(was.since(), is.since());
            assertEquals(was.target(), is.target());
        }
    }

    @Property
    void an_explanation_has_no_gap_and_adds_up_to_what_was_counted(
            @ForAll Histories.History history, @ForAll @IntRange(max = 5000) int rest) {
        Instant end = history.lastTurn().plusMillis(rest);
        List<Explanation> explanations = Explanation.of(history.facts(), history.measures(), end);
        List<Clock> clocks = history.folded().clocks();

        assertEquals(clocks.size(), explanations.size());
        for (int i = 0; i < clocks.size(); i++) {
            Duration sum = Duration.ZERO;
            Instant at = clocks.get(i).since();
            for (Span span : explanations.get(i).spans()) {
                assertEquals(at, span.from());
                at = span.to();
                sum = span.counts() ? sum.plus(Duration.between(span.from(), span.to())) : sum;
            }
            assertEquals(explanations.get(i).counted(), sum);
        }
    }

    @Property
    void the_part_of_a_history_that_a_late_fact_completes_ends_like_the_whole(
            @ForAll Histories.History history, @ForAll @IntRange(max = 20) int which) {
        List<Fact> facts = history.facts();
        int missing = 1 + which % Math.max(1, facts.size());
        if (missing >= facts.size()) {
            return;
        }
        List<Fact> known = new ArrayList<>(facts);
        Fact late = known.remove(missing);
        Instant end = history.lastTurn().plusSeconds(10);
        Reckoning without = Told.of(Reckoning.NOTHING, history, known, end);
        Reckoning healed = Reckoning.of(
                new Reckoning.Before(
                        facts, without.judgedSequence(), Set.of(late.sequence()), Set.of(), without.notices()),
                history.measures(),
                end,
                end);

        assertEquals(history.folded().judge(end).after(), healed.clocks());
    }

    private static Happening.MergeUndone undone(Circumstances before) {
        return new Happening.MergeUndone(
                before.status(),
                new Holdings(before.traits().tags(), Set.of(), before.conversations(), Set.of()),
                before.answer(),
                null,
                null);
    }

    private static Change change(long sequence, Instant at, Happening happening) {
        return new Change(List.of(new Fact(sequence, at, ActorKind.SYSTEM, null, Place.LAST, Telling.LIVE, happening)));
    }

    private static String state(Clock clock) {
        return switch (clock.progress()) {
            case Progress.Running _ -> "running";
            case Progress.Paused _ -> "paused";
            case Progress.Stopped _ -> "stopped";
        };
    }
}
