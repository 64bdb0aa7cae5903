package io.omniflow.sla.simulation.domain;

import static io.omniflow.sla.simulation.domain.Tried.DRAFT;
import static io.omniflow.sla.simulation.domain.Tried.GOLD;
import static io.omniflow.sla.simulation.domain.Tried.created;
import static io.omniflow.sla.simulation.domain.Tried.draft;
import static io.omniflow.sla.simulation.domain.Tried.hour;
import static io.omniflow.sla.simulation.domain.Tried.within;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.sla.clock.domain.Conditions;
import io.omniflow.sla.clock.domain.Happening;
import io.omniflow.sla.clock.domain.Measures;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Terms;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One ticket, as it was and as it would have been. */
class TrialTest {
    private static final Terms STRICTER = draft(Conditions.NONE, 4, 24);

    @Test
    void what_was_met_would_have_been_missed_by_a_stricter_draft() {
        Pair pair = resolution(created().status(8, Status.RESOLVED), within(24), STRICTER, 100);
        assertEquals(new Side(Outcome.MET, Duration.ofHours(24), null, null), pair.before());
        assertEquals(new Side(Outcome.BREACHED, Duration.ofHours(4), null, hour(4)), pair.after());
    }

    @Test
    void what_was_missed_would_have_been_met_by_a_milder_draft() {
        Pair pair = resolution(created().status(8, Status.RESOLVED), within(4), draft(Conditions.NONE, 24, 4), 100);
        assertEquals(Outcome.BREACHED, pair.before().outcome());
        assertEquals(Outcome.MET, pair.after().outcome());
    }

    @Test
    void an_open_ticket_is_judged_to_the_instant_of_the_simulation() {
        Pair before = resolution(created(), within(24), STRICTER, 4);
        assertEquals(new Side(Outcome.RUNNING, Duration.ofHours(4), hour(4), null), before.after());
        Pair after = resolution(created(), within(24), STRICTER, 5);
        assertEquals(new Side(Outcome.BREACHED, Duration.ofHours(4), hour(4), hour(4)), after.after());
        assertEquals(new Side(Outcome.RUNNING, Duration.ofHours(24), hour(24), null), after.before());
    }

    @Test
    void facts_after_that_instant_are_not_known() {
        Pair pair = resolution(created().status(8, Status.RESOLVED), within(24), STRICTER, 3);
        assertEquals(Outcome.RUNNING, pair.before().outcome());
        assertEquals(Outcome.RUNNING, pair.after().outcome());
    }

    @Test
    void terms_a_ticket_was_put_under_on_purpose_count_for_what_was_and_not_for_the_draft() {
        Tried ticket = created().status(8, Status.RESOLVED);
        Pair others = resolution(ticket, within(24, 2, 4), draft(GOLD, 1, 24), 100);
        assertEquals(Outcome.BREACHED, others.before().outcome());
        assertEquals(Outcome.MET, others.after().outcome());
        Pair later = resolution(created(), within(24, 6, 4), draft(GOLD, 1, 24), 5);
        assertEquals(Outcome.RUNNING, later.before().outcome(), "nobody had done that yet");
    }

    @Test
    void a_ticket_matches_when_the_draft_would_have_measured_it_at_some_time() {
        Terms gold = draft(GOLD, 4, 24);
        Tried never = created("silver");
        Tried meanwhile =
                created().add(2, new Happening.TagsChanged(Set.of("gold"))).add(3, new Happening.TagsChanged(Set.of()));
        assertEquals(Match.OTHERS, comparison(never, within(24), gold, 50).match());
        assertEquals(
                Match.DRAFT, comparison(created("gold"), within(24), gold, 50).match());
        assertEquals(Match.DRAFT, comparison(meanwhile, within(24), gold, 50).match());
        assertEquals(Match.OTHERS, comparison(meanwhile, within(24), gold, 1).match());
    }

    @Test
    void a_clock_without_a_target_is_no_difference_and_is_not_counted() {
        Comparison ticket = comparison(created(), within(24), STRICTER, 1);
        assertEquals(
                List.of(Metric.FIRST_RESPONSE, Metric.RESOLUTION),
                ticket.pairs().stream().map(Pair::metric).toList());
        assertEquals(Side.NONE, ticket.pairs().getFirst().after());
        assertEquals(List.of(), ticket.differences());
        assertEquals(
                Set.of(Metric.RESOLUTION), Tally.ZERO.with(ticket).metrics().keySet());
    }

    @Test
    void a_clock_that_a_merge_ended_in_time_came_to_nothing() {
        Tried merged = created().add(8, new Happening.Merged());
        Pair pair = resolution(merged, within(24), STRICTER, 100);
        assertEquals(Outcome.NONE, pair.before().outcome());
        assertEquals(Outcome.BREACHED, pair.after().outcome());
    }

    @Test
    void nothing_is_told_of_a_ticket_that_was_not_there_yet() {
        assertEquals(
                Optional.empty(),
                new Trial(STRICTER, DRAFT, hour(-1)).of(created().facts(), within(24)));
    }

    @Test
    void sums_over_tickets_are_exact() {
        Comparison onlyAfter =
                comparison(created("gold").status(8, Status.RESOLVED), within(24), draft(GOLD, 4, 24), 100);
        Comparison both = comparison(created().status(30, Status.RESOLVED), within(24), draft(GOLD, 4, 24), 100);
        Comparison onlyBefore =
                comparison(created("gold").status(8, Status.RESOLVED), within(4), draft(GOLD, 24, 4), 100);
        Comparison open = comparison(created(), within(24), draft(GOLD, 4, 24), 1);

        Tally tally = Tally.ZERO.with(onlyAfter).with(both).with(onlyBefore).with(open);

        assertEquals(4, tally.tickets());
        assertEquals(2, tally.matched());
        assertEquals(1, tally.breachedOnlyBefore());
        assertEquals(1, tally.breachedOnlyAfter());
        assertEquals(
                new Sums(new Counts(1, 2, 1), new Counts(1, 2, 1), 1, 1),
                tally.metrics().get(Metric.RESOLUTION));
    }

    private static Comparison comparison(Tried ticket, Measures asItWas, Terms terms, long asOf) {
        return new Trial(terms, DRAFT, hour(asOf)).of(ticket.facts(), asItWas).orElseThrow();
    }

    private static Pair resolution(Tried ticket, Measures asItWas, Terms terms, long asOf) {
        return comparison(ticket, asItWas, terms, asOf).pairs().stream()
                .filter(pair -> pair.metric() == Metric.RESOLUTION)
                .findFirst()
                .orElseThrow();
    }
}
