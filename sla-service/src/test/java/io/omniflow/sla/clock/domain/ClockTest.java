package io.omniflow.sla.clock.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Decisions of the fold that a scenario file would hide in its noise. */
class ClockTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final Measures MEASURES = Facts.usualMeasures();

    @Test
    void stopping_at_exactly_the_due_instant_is_in_time() {
        Instant due = START.plus(Duration.ofHours(24));

        Clock clock = resolution(new Facts().created(START).status(due, Status.RESOLVED), due.plusSeconds(60));

        assertTrue(clock.met());
        assertEquals(Optional.empty(), clock.breachedAt());
    }

    @Test
    void stopping_a_millisecond_after_the_due_instant_is_late_and_the_breach_is_at_the_due_instant() {
        Instant due = START.plus(Duration.ofHours(24));

        Clock clock =
                resolution(new Facts().created(START).status(due.plusMillis(1), Status.RESOLVED), due.plusSeconds(60));

        assertFalse(clock.met());
        assertEquals(Optional.of(due), clock.breachedAt());
        assertEquals(Duration.ofHours(24).plusMillis(1), clock.counted());
    }

    @Test
    void a_deadline_is_not_judged_before_the_instant_has_passed() {
        Instant due = START.plus(Duration.ofHours(24));
        Facts facts = new Facts().created(START);

        assertEquals(Optional.empty(), resolution(facts, due).breachedAt());
        assertEquals(Optional.of(due), resolution(facts, due.plusMillis(1)).breachedAt());
    }

    @Test
    void two_facts_of_one_change_are_judged_after_the_last() {
        Instant later = START.plus(Duration.ofHours(5));
        Facts facts = new Facts()
                .created(START)
                .inner(later, new Happening.PriorityChanged(Priority.URGENT))
                .last(later, new Happening.StatusChanged(Status.RESOLVED));

        Clock clock = resolution(facts, later.plusSeconds(1));

        assertTrue(clock.met(), "urgent allows 4 h, but the ticket was resolved by the same request");
        assertEquals(Optional.of(Duration.ofHours(24)), Optional.ofNullable(clock.target()));
    }

    @Test
    void the_beginning_of_a_change_waits_for_its_end() {
        Facts facts =
                new Facts().created(START).inner(START.plusSeconds(5), new Happening.StatusChanged(Status.WAITING));

        assertEquals(1, Change.complete(facts.list()).size());
    }

    @Test
    void a_breach_under_a_former_target_stays_and_the_new_target_is_watched_on_its_own() {
        Facts facts = new Facts()
                .add(START, Facts.created(Status.OPEN, Priority.URGENT, 1))
                .priority(START.plus(Duration.ofHours(5)), Priority.NORMAL);

        Clock clock = resolution(facts, START.plus(Duration.ofHours(25)));

        assertEquals(
                List.of(START.plus(Duration.ofHours(4)), START.plus(Duration.ofHours(24))),
                clock.marks().stream().filter(Mark::isBreach).map(Mark::at).toList());
        assertEquals(Optional.of(START.plus(Duration.ofHours(4))), clock.breachedAt());
    }

    @Test
    void going_back_to_a_target_already_missed_notes_nothing_twice() {
        Facts facts = new Facts()
                .add(START, Facts.created(Status.OPEN, Priority.URGENT, 1))
                .priority(START.plus(Duration.ofHours(5)), Priority.NORMAL)
                .priority(START.plus(Duration.ofHours(6)), Priority.URGENT);

        Clock clock = resolution(facts, START.plus(Duration.ofHours(7)));

        assertEquals(1, clock.marks().stream().filter(Mark::isBreach).count());
    }

    @Test
    void a_paused_clock_breaches_at_once_when_its_new_target_is_passed_already() {
        Instant changed = START.plus(Duration.ofHours(6));
        Facts facts = new Facts()
                .created(START)
                .status(START.plus(Duration.ofHours(5)), Status.WAITING)
                .priority(changed, Priority.URGENT);

        Clock clock = resolution(facts, changed);

        assertInstanceOf(Progress.Paused.class, clock.progress());
        assertEquals(Optional.of(changed), clock.breachedAt());
    }

    @Test
    void a_stopped_clock_picks_its_target_when_it_goes_on_and_not_before() {
        Facts facts = new Facts()
                .created(START)
                .status(START.plus(Duration.ofHours(5)), Status.RESOLVED)
                .priority(START.plus(Duration.ofHours(6)), Priority.URGENT);
        assertTrue(resolution(facts, START.plus(Duration.ofHours(7))).met());

        Instant reopened = START.plus(Duration.ofHours(8));
        facts.status(reopened, Status.OPEN);

        assertEquals(Optional.of(reopened), resolution(facts, reopened).breachedAt());
    }

    @Test
    void a_new_ticket_that_waits_has_paused_clocks_which_began() {
        TicketClocks.Step step = TicketClocks.NONE.after(
                Change.complete(new Facts()
                                .add(START, Facts.created(Status.WAITING, Priority.LOW, 1))
                                .list())
                        .getFirst(),
                MEASURES.begun());

        assertEquals(
                List.of("Started", "Paused", "Started", "Paused"),
                step.transitions().stream()
                        .map(transition -> transition.getClass().getSimpleName())
                        .toList());
    }

    @Test
    void a_fact_that_touches_no_clock_leaves_them_as_they_are() {
        Facts quiet = new Facts().created(START);
        Facts chatty = new Facts()
                .created(START)
                .add(START.plusSeconds(60), new Happening.Aside())
                .add(START.plusSeconds(61), new Happening.TagsChanged(Set.of("billing")));

        Instant asked = START.plus(Duration.ofHours(30));

        assertEquals(
                quiet.at(asked, MEASURES).clocks(), chatty.at(asked, MEASURES).clocks());
    }

    @Test
    void facts_before_the_creation_is_known_make_no_clock() {
        Facts facts = new Facts().status(START, Status.WAITING);

        assertEquals(List.of(), facts.at(START, MEASURES).clocks());
    }

    @Test
    void every_workspace_has_its_own_usual_policy_and_always_the_same_one() {
        assertEquals(Policy.usual(Facts.WORKSPACE), Policy.usual(Facts.WORKSPACE));
        assertFalse(Policy.usualId(Facts.WORKSPACE).equals(Policy.usualId(new UUID(0, 2))));
    }

    private static Clock resolution(Facts facts, Instant asked) {
        return facts.at(asked, MEASURES).of(Metric.RESOLUTION).orElseThrow();
    }
}
