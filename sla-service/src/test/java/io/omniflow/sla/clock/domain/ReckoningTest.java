package io.omniflow.sla.clock.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is told, and that it is told once. */
class ReckoningTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final Measures MEASURES = Facts.usualMeasures();
    private static final Instant FIRST_RESPONSE_DUE = START.plus(Duration.ofHours(4));

    @Test
    void a_new_ticket_starts_both_clocks_and_the_first_thing_to_watch_is_the_first_warning() {
        Reckoning reckoning = reckon(new Facts().created(START), START);

        assertEquals(List.of("Started FIRST_RESPONSE", "Started RESOLUTION"), told(reckoning));
        assertEquals(Optional.of(START.plus(Duration.ofHours(3))), reckoning.nextMark());
    }

    @Test
    void judging_again_tells_nothing_again() {
        Facts facts = new Facts().created(START);
        Instant until = FIRST_RESPONSE_DUE.plusMillis(1);

        Reckoning first = reckon(facts, until);
        Reckoning second = reckon(facts, first, until.plusSeconds(1));

        assertEquals(
                List.of(
                        "Started FIRST_RESPONSE",
                        "Started RESOLUTION",
                        "75 % FIRST_RESPONSE",
                        "90 % FIRST_RESPONSE",
                        "100 % FIRST_RESPONSE"),
                told(first));
        assertEquals(List.of(), told(second));
        assertEquals(first.notices(), second.notices());
    }

    @Test
    void a_waiting_fact_that_arrives_after_the_alarm_takes_it_back() {
        Facts facts = new Facts().created(START);
        Reckoning alarmed = reckon(facts, FIRST_RESPONSE_DUE.plusMillis(1));

        facts.status(FIRST_RESPONSE_DUE.minusMillis(50), Status.WAITING);
        Reckoning corrected = reckon(facts, alarmed, FIRST_RESPONSE_DUE.plusSeconds(2));

        assertEquals(
                List.of("withdrawn FIRST_RESPONSE", "Paused FIRST_RESPONSE", "Paused RESOLUTION"), told(corrected));
        assertEquals(Health.PAUSED, corrected.news().getLast().summary().health());
        assertTrue(
                corrected.notices().stream().noneMatch(notice -> notice.mark().isBreach()));
    }

    @Test
    void what_was_taken_back_is_told_again_when_it_does_come_true() {
        Facts facts = new Facts().created(START);
        Reckoning alarmed = reckon(facts, FIRST_RESPONSE_DUE.plusMillis(1));
        facts.status(FIRST_RESPONSE_DUE.minusMillis(50), Status.WAITING);
        Reckoning corrected = reckon(facts, alarmed, FIRST_RESPONSE_DUE.plusSeconds(2));

        facts.status(FIRST_RESPONSE_DUE.plusSeconds(60), Status.OPEN);
        Reckoning again = reckon(facts, corrected, FIRST_RESPONSE_DUE.plusSeconds(61));

        assertEquals(List.of("Resumed FIRST_RESPONSE", "Resumed RESOLUTION", "100 % FIRST_RESPONSE"), told(again));
    }

    @Test
    void the_past_of_an_import_is_written_down_and_not_told() {
        Instant imported = START.plus(Duration.ofDays(10));
        Facts facts = new Facts()
                .backfill(START, Facts.created(Status.OPEN, Priority.NORMAL, 1))
                .backfill(START.plus(Duration.ofHours(30)), new Happening.StatusChanged(Status.WAITING))
                .backfill(START.plus(Duration.ofHours(31)), new Happening.StatusChanged(Status.OPEN))
                .backfill(START.plus(Duration.ofHours(31)), new Happening.Imported(imported));

        Reckoning reckoning = reckon(facts, imported);

        assertEquals(
                List.of(
                        "Started FIRST_RESPONSE",
                        "Started RESOLUTION",
                        "Paused FIRST_RESPONSE",
                        "Paused RESOLUTION",
                        "Resumed FIRST_RESPONSE",
                        "Resumed RESOLUTION"),
                told(reckoning));
        assertTrue(reckoning.notices().stream().allMatch(notice -> notice.voice() == Voice.QUIET));
        assertEquals(6, reckoning.notices().size());
        assertEquals(Health.BREACHED, reckoning.news().getLast().summary().health());
        assertEquals(Optional.empty(), reckoning.nextMark());
    }

    @Test
    void what_falls_due_after_the_import_is_told() {
        Instant imported = START.plus(Duration.ofHours(20));
        Facts facts = new Facts()
                .backfill(START, Facts.created(Status.OPEN, Priority.NORMAL, 1))
                .backfill(START, new Happening.Imported(imported));
        Reckoning reckoning = reckon(facts, imported);

        Reckoning due =
                reckon(facts, reckoning, START.plus(Duration.ofHours(24)).plusMillis(1));

        assertEquals(List.of("90 % RESOLUTION", "100 % RESOLUTION"), told(due));
    }

    @Test
    void an_import_is_judged_once_it_is_closed() {
        Facts facts = new Facts().backfill(START, Facts.created(Status.OPEN, Priority.NORMAL, 1));

        Reckoning unfinished = reckon(facts, START.plus(Duration.ofDays(9)));

        assertEquals(List.of(), told(unfinished));
        assertEquals(Optional.empty(), unfinished.nextMark());
    }

    @Test
    void a_missing_fact_that_arrives_after_a_later_one_puts_the_clock_right() {
        Facts whole = new Facts()
                .created(START)
                .status(START.plusSeconds(60), Status.WAITING)
                .add(START.plusSeconds(90), new Happening.Aside());
        List<Fact> gap =
                whole.list().stream().filter(fact -> fact.sequence() != 2).toList();
        Reckoning without = Reckoning.of(
                new Reckoning.Before(gap, 0, Set.of(1L, 3L), Set.of(), List.of()),
                MEASURES,
                START.plusSeconds(90),
                START);

        Reckoning healed = Reckoning.of(
                new Reckoning.Before(whole.list(), without.judgedSequence(), Set.of(2L), Set.of(), List.of()),
                MEASURES,
                START.plusSeconds(90),
                START);

        assertEquals(List.of("Paused FIRST_RESPONSE", "Paused RESOLUTION"), told(healed));
        assertEquals(reckon(whole, START.plusSeconds(90)).clocks(), healed.clocks());
    }

    @Test
    void lateness_is_told_apart_from_the_instant() {
        Instant now = FIRST_RESPONSE_DUE.plusMillis(240);
        Reckoning reckoning = Reckoning.of(
                new Reckoning.Before(new Facts().created(START).list(), 0, Set.of(), Set.of(), List.of()),
                MEASURES,
                now,
                now);

        News.Noticed breach = reckoning.news().stream()
                .filter(News.Noticed.class::isInstance)
                .map(News.Noticed.class::cast)
                .filter(noticed -> noticed.mark().isBreach())
                .findFirst()
                .orElseThrow();

        assertEquals(FIRST_RESPONSE_DUE, breach.mark().at());
        assertEquals(now, breach.noticedAt());
    }

    private static Reckoning reckon(Facts facts, Instant until) {
        return Reckoning.of(
                new Reckoning.Before(facts.list(), 0, Set.of(), Set.of(), List.of()), MEASURES, until, until);
    }

    private static Reckoning reckon(Facts facts, Reckoning before, Instant until) {
        return Reckoning.of(
                new Reckoning.Before(facts.list(), before.judgedSequence(), Set.of(), Set.of(), before.notices()),
                MEASURES,
                until,
                until);
    }

    private static List<String> told(Reckoning reckoning) {
        return reckoning.news().stream().map(ReckoningTest::words).toList();
    }

    private static String words(News news) {
        return switch (news) {
            case News.Moved moved ->
                moved.transition().getClass().getSimpleName() + " "
                        + moved.transition().clock().metric();
            case News.Noticed noticed ->
                noticed.mark().percent() + " % " + noticed.clock().metric();
            case News.Withdrawn withdrawn -> "withdrawn " + withdrawn.metric();
            case News.WentStale _, News.PingFailed _ -> throw new AssertionError("no clock tells " + news);
        };
    }
}
