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
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** What holds for any history. Targets are fractions of a second, so that the naive walk can follow. */
class ClockLawsTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final Terms TERMS = new Terms(
            1,
            List.of(new Offer(
                    new Policy(
                            Policy.usual(Facts.WORKSPACE).ref(),
                            "Quick",
                            Conditions.NONE,
                            new CalendarRef(Policy.alwaysOpenId(Facts.WORKSPACE), 1),
                            Map.of(
                                    Priority.URGENT, targets(40, 90),
                                    Priority.HIGH, targets(90, 200),
                                    Priority.NORMAL, targets(200, 450),
                                    Priority.LOW, targets(450, 900)),
                            Map.of(),
                            List.of(75, 90),
                            Reopening.RESUME,
                            List.of()),
                    new AlwaysOpen())));
    private static final Measures MEASURES = Measures.of(TERMS);

    private static Targets targets(int firstResponse, int resolution) {
        return new Targets(Duration.ofMillis(firstResponse), null, Duration.ofMillis(resolution));
    }

    /** A fact and how long after the one before it. */
    record Beat(int gap, ActorKind actor, Place place, Happening happening) {}

    @Property
    void the_fold_agrees_with_a_walk_over_every_millisecond(
            @ForAll("histories") List<Change> changes, @ForAll @IntRange(max = 400) int rest) {
        Instant end = changes.getLast().at().plusMillis(rest);
        TicketClocks folded = TicketClocks.replay(changes, MEASURES)
                .getLast()
                .after()
                .judge(end)
                .after();

        for (Metric metric : List.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION)) {
            Clock clock = folded.of(metric).orElseThrow();
            NaiveClocks.Reading naive = new NaiveClocks(TERMS.offers().getLast()).walk(metric, changes, end);
            assertEquals(naive.counted(), clock.countedAt(end), metric + " counted");
            assertEquals(naive.state(), state(clock), metric + " state");
            assertEquals(
                    naive.breaches(),
                    clock.marks().stream()
                            .filter(Mark::isBreach)
                            .map(Mark::at)
                            .collect(Collectors.toCollection(TreeSet::new)),
                    metric + " breaches");
        }
    }

    @Property
    void cutting_a_history_anywhere_changes_nothing(
            @ForAll("histories") List<Change> changes, @ForAll @IntRange(max = 30) int cut) {
        int at = Math.min(cut, changes.size() - 1);
        TicketClocks resumed = at == 0
                ? TicketClocks.NONE
                : TicketClocks.replay(changes.subList(0, at), MEASURES)
                        .getLast()
                        .after();
        for (Change change : changes.subList(at, changes.size())) {
            resumed = resumed.after(change, TERMS).after();
        }

        assertEquals(TicketClocks.replay(changes, MEASURES).getLast().after(), resumed);
    }

    @Property
    void judging_at_any_moments_in_between_changes_nothing(
            @ForAll("histories") List<Change> changes, @ForAll List<@IntRange(max = 60) Integer> delays) {
        TicketClocks judged = TicketClocks.NONE;
        for (int i = 0; i < changes.size(); i++) {
            Change change = changes.get(i);
            int delay = i < delays.size() ? delays.get(i) : 0;
            Instant until = change.at().minusMillis(delay);
            judged = judged.judge(until).after().after(change, TERMS).after();
        }

        assertEquals(TicketClocks.replay(changes, MEASURES).getLast().after(), judged);
    }

    @Property
    void facts_that_arrive_one_by_one_tell_what_they_tell_together(@ForAll("histories") List<Change> changes) {
        List<Fact> facts =
                changes.stream().map(Change::facts).flatMap(List::stream).toList();
        Instant end = changes.getLast().at().plusSeconds(10);
        Reckoning together = Reckoning.of(before(facts, 0, List.of()), MEASURES, end, end);

        List<String> told = new ArrayList<>();
        Reckoning latest = Reckoning.of(before(List.of(), 0, List.of()), MEASURES, START, START);
        for (int known = 1; known <= facts.size(); known++) {
            Instant now = facts.get(known - 1).at();
            latest = Reckoning.of(
                    before(facts.subList(0, known), latest.judgedSequence(), latest.notices()), MEASURES, now, now);
            told.addAll(words(latest));
        }
        latest = Reckoning.of(before(facts, latest.judgedSequence(), latest.notices()), MEASURES, end, end);
        told.addAll(words(latest));

        assertEquals(together.clocks(), latest.clocks());
        assertEquals(words(together), told);
    }

    @Property
    void counted_time_never_exceeds_the_time_that_passed(
            @ForAll("histories") List<Change> changes, @ForAll @IntRange(max = 5000) int rest) {
        Instant end = changes.getLast().at().plusMillis(rest);
        for (Clock clock :
                TicketClocks.replay(changes, MEASURES).getLast().after().clocks()) {
            Duration counted = clock.countedAt(end);
            assertFalse(counted.isNegative());
            assertTrue(counted.compareTo(Duration.between(clock.startedAt(), end)) <= 0);
        }
    }

    @Property
    void a_due_time_is_when_the_target_is_counted(@ForAll("histories") List<Change> changes) {
        for (Clock clock :
                TicketClocks.replay(changes, MEASURES).getLast().after().clocks()) {
            Duration target = clock.target();
            if (target == null || clock.breachedAt().isPresent()) {
                continue;
            }
            clock.dueAt().ifPresent(due -> assertEquals(target, clock.countedAt(due)));
        }
    }

    @Property
    void nothing_is_told_twice(@ForAll("histories") List<Change> changes) {
        Instant end = changes.getLast().at().plusSeconds(10);
        List<Clock> clocks = TicketClocks.replay(changes, MEASURES)
                .getLast()
                .after()
                .judge(end)
                .after()
                .clocks();
        for (Clock clock : clocks) {
            Set<String> seen = new HashSet<>();
            clock.marks().forEach(mark -> assertTrue(seen.add(mark.percent() + " of " + mark.target())));
        }
    }

    @Property
    void undoing_a_merge_gives_the_clock_back_as_it_was(
            @ForAll("histories") List<Change> changes, @ForAll @IntRange(min = 1, max = 5000) int merged) {
        TicketClocks before = TicketClocks.replay(changes, MEASURES).getLast().after();
        Circumstances circumstances = Objects.requireNonNull(before.circumstances());
        if (circumstances.merging() == Merging.MERGED) {
            return;
        }
        Instant mergedAt = changes.getLast().at();
        Instant undoneAt = mergedAt.plusMillis(merged);
        long sequence = changes.getLast().sequence();
        TicketClocks after = before.after(change(sequence + 1, mergedAt, new Happening.Merged()), TERMS)
                .after()
                .after(change(sequence + 2, undoneAt, undone(circumstances)), TERMS)
                .after();

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
    void an_explanation_has_no_gap_and_adds_up_to_what_was_counted(
            @ForAll("histories") List<Change> changes, @ForAll @IntRange(max = 5000) int rest) {
        Instant end = changes.getLast().at().plusMillis(rest);
        List<Fact> facts =
                changes.stream().map(Change::facts).flatMap(List::stream).toList();

        for (Explanation explanation : Explanation.of(facts, MEASURES, end)) {
            Duration sum = Duration.ZERO;
            Instant at = START;
            for (Span span : explanation.spans()) {
                assertEquals(at, span.from());
                at = span.to();
                sum = span.counts() ? sum.plus(Duration.between(span.from(), span.to())) : sum;
            }
            assertEquals(explanation.counted(), sum);
        }
    }

    @Provide
    Arbitrary<List<Change>> histories() {
        Arbitrary<Priority> priorities = Arbitraries.of(Priority.class);
        Arbitrary<Happening> happenings = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Status.class).map(Happening.StatusChanged::new)),
                Tuple.of(3, priorities.map(Happening.PriorityChanged::new)),
                Tuple.of(1, Arbitraries.just(new Happening.AgentReplied())),
                Tuple.of(1, Arbitraries.of(0, 1).map(linked -> new Happening.ConversationsChanged(linked, Set.of()))),
                Tuple.of(1, Arbitraries.just(new Happening.Merged())),
                Tuple.of(
                        1,
                        Arbitraries.of(Status.class)
                                .map(status -> new Happening.MergeUndone(status, Facts.holding(1), Answer.AWAITED))),
                Tuple.of(2, Arbitraries.just(new Happening.Aside())));
        Arbitrary<ActorKind> actors = Arbitraries.of(ActorKind.AGENT, ActorKind.AUTOMATION, ActorKind.CUSTOMER);
        Arbitrary<Beat> beats = Combinators.combine(
                        Arbitraries.integers().between(0, 120),
                        actors,
                        Arbitraries.of(Place.LAST, Place.LAST, Place.INNER),
                        happenings)
                .as(Beat::new);
        Arbitrary<Happening.Created> created = Combinators.combine(
                        Arbitraries.of(Status.class), priorities, Arbitraries.of(0, 1))
                .as(Facts::created);
        return Combinators.combine(created, beats.list().ofMaxSize(14)).as(ClockLawsTest::history);
    }

    /** Facts of a change share its time, so an inner one hands its time to the next. */
    private static List<Change> history(Happening.Created created, List<Beat> beats) {
        Facts facts = new Facts().add(START, ActorKind.CUSTOMER, created);
        Instant at = START;
        Place before = Place.LAST;
        for (Beat beat : beats) {
            at = before == Place.INNER ? at : at.plusMillis(beat.gap());
            facts = beat.place() == Place.INNER ? facts.inner(at, beat.happening()) : facts.last(at, beat.happening());
            before = beat.place();
        }
        return Change.complete(facts.list());
    }

    private static Happening undone(Circumstances before) {
        return new Happening.MergeUndone(before.status(), Facts.holding(before.conversations()), before.answer());
    }

    private static Change change(long sequence, Instant at, Happening happening) {
        return new Change(List.of(new Fact(sequence, at, ActorKind.SYSTEM, null, Place.LAST, Telling.LIVE, happening)));
    }

    private static Reckoning.Before before(List<Fact> facts, long judged, List<Notice> notices) {
        return new Reckoning.Before(facts, judged, Set.of(), Set.of(), notices);
    }

    private static List<String> words(Reckoning reckoning) {
        return reckoning.news().stream()
                .map(news -> switch (news) {
                    case News.Moved moved ->
                        moved.cause() + " " + moved.transition().getClass().getSimpleName() + " "
                                + moved.transition().clock();
                    case News.Noticed noticed -> noticed.clock().metric() + " " + noticed.mark();
                    case News.Withdrawn withdrawn -> "withdrawn " + withdrawn.mark();
                    case News.WentStale _, News.PingFailed _ -> throw new AssertionError("no clock tells " + news);
                })
                .toList();
    }

    private static String state(Clock clock) {
        return switch (clock.progress()) {
            case Progress.Running _ -> "running";
            case Progress.Paused _ -> "paused";
            case Progress.Stopped _ -> "stopped";
        };
    }
}
