package io.omniflow.sla.clock.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When clocks can go on from what was kept, and when all facts are needed. */
class CheckpointTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final Measures MEASURES = Facts.usualMeasures();

    @Test
    void facts_in_their_order_go_on_and_end_as_from_nothing() {
        Facts facts = new Facts().created(START).status(START.plusSeconds(60), Status.WAITING);
        Instant later = START.plusSeconds(600);
        Reckoning kept = whole(facts, later);
        facts.status(later, Status.OPEN).replied(later.plusSeconds(60));

        Reckoning gone =
                goOn(kept, facts, Set.of(3L, 4L), later.plusSeconds(60)).orElseThrow();

        assertEquals(whole(facts, later.plusSeconds(60)).clocks(), gone.clocks());
        assertEquals(4, gone.judgedSequence());
        assertEquals(3, gone.news().size(), "two go on, one ends");
    }

    @Test
    void time_alone_goes_on() {
        Facts facts = new Facts().created(START);
        Instant due = START.plus(Duration.ofHours(4)).plusMillis(1);

        Reckoning gone = goOn(whole(facts, START), facts, Set.of(), due).orElseThrow();

        assertEquals(whole(facts, due).clocks(), gone.clocks());
        assertEquals(whole(facts, due).notices(), gone.notices());
    }

    @Test
    void a_fact_that_comes_late_needs_all_facts() {
        Facts facts = new Facts()
                .created(START)
                .status(START.plusSeconds(60), Status.WAITING)
                .add(START.plusSeconds(90), new Happening.Aside());

        assertFalse(goOn(whole(facts, START.plusSeconds(90)), facts, Set.of(2L), START.plusSeconds(90))
                .isPresent());
    }

    @Test
    void a_fact_before_a_deadline_that_was_judged_needs_all_facts() {
        Facts facts = new Facts().created(START);
        Instant due = START.plus(Duration.ofHours(4));
        Reckoning alarmed = whole(facts, due.plusSeconds(1));
        facts.status(due.minusMillis(50), Status.WAITING);

        assertFalse(goOn(alarmed, facts, Set.of(2L), due.plusSeconds(1)).isPresent());
    }

    @Test
    void a_fact_before_a_re_application_needs_all_facts() {
        Facts facts = new Facts().created(START);
        Reckoning kept = whole(facts, START);
        facts.status(START.plusSeconds(60), Status.WAITING);
        Checkpoint checkpoint = checkpoint(kept, Optional.of(START.plusSeconds(60)));

        assertTrue(checkpoint
                .goOn(tail(kept, facts), Set.of(2L), List.of(), START, START)
                .isEmpty());
    }

    private static Optional<Reckoning> goOn(Reckoning kept, Facts facts, Set<Long> arrived, Instant until) {
        return checkpoint(kept, Optional.empty()).goOn(tail(kept, facts), arrived, List.of(), until, until);
    }

    private static Checkpoint checkpoint(Reckoning kept, Optional<Instant> reapplied) {
        return new Checkpoint(
                kept.clocks(),
                kept.judgedSequence(),
                kept.lastTurn(),
                kept.quietUntil(),
                MEASURES.begun(),
                reapplied,
                kept.notices());
    }

    private static List<Fact> tail(Reckoning kept, Facts facts) {
        return facts.list().stream()
                .filter(fact -> fact.sequence() > kept.judgedSequence())
                .toList();
    }

    private static Reckoning whole(Facts facts, Instant until) {
        return Reckoning.of(
                new Reckoning.Before(facts.list(), 0, Set.of(), Set.of(), List.of()), MEASURES, until, until);
    }
}
