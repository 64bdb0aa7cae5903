package io.omniflow.sla.clock.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is asked for at a mark, and that asking comes to an end. */
class EscalationTest {
    private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    private static final UUID TEAM = new UUID(2, 1);
    private static final UUID OTHER_TEAM = new UUID(2, 2);
    private static final EscalationAction ASSIGNEE = new EscalationAction.NotifyAssignee();
    private static final EscalationAction LEAD = new EscalationAction.NotifyLead();
    private static final EscalationAction RAISE = new EscalationAction.RaisePriority();
    private static final EscalationAction SLACK = new EscalationAction.NotifySlack();

    private static Escalation at(int percent, EscalationAction action, Metric... metrics) {
        return new Escalation(percent, Set.of(metrics), action);
    }

    private static Offer offer(UUID id, Conditions when, Escalation... escalations) {
        Policy usual = Policy.usual(Facts.WORKSPACE);
        return new Offer(
                new Policy(
                        new PolicyRef(id, 1),
                        "A policy",
                        when,
                        usual.calendar(),
                        usual.targets(),
                        Map.of(),
                        List.of(50),
                        Reopening.RESUME,
                        List.of(escalations)),
                new AlwaysOpen());
    }

    private static Measures measures(Escalation... escalations) {
        return Facts.measures(offer(new UUID(3, 1), Conditions.NONE, escalations));
    }

    private static Reckoning reckon(Facts facts, Measures measures, List<Notice> notices, Instant until) {
        return Reckoning.of(new Reckoning.Before(facts.list(), 0, Set.of(), Set.of(), notices), measures, until, until);
    }

    /** As {@code RESOLUTION 100 RaisePriority}. */
    private static List<String> asked(Reckoning reckoning) {
        List<String> asked = new ArrayList<>();
        for (News news : reckoning.news()) {
            if (news instanceof News.Noticed noticed) {
                noticed.escalations()
                        .forEach(action -> asked.add(noticed.clock().metric() + " "
                                + noticed.mark().percent() + " "
                                + action.getClass().getSimpleName()));
            }
        }
        return asked;
    }

    @Test
    void each_action_of_that_percent_and_metric_is_asked_for_once_in_the_order_of_the_policy() {
        Measures measures = measures(
                at(100, LEAD, Metric.FIRST_RESPONSE),
                at(100, ASSIGNEE),
                at(100, LEAD),
                at(50, SLACK, Metric.RESOLUTION),
                at(50, RAISE, Metric.FIRST_RESPONSE, Metric.RESOLUTION));

        Reckoning reckoning = reckon(new Facts().created(START), measures, List.of(), START.plus(Duration.ofHours(13)));

        assertEquals(
                List.of(
                        "FIRST_RESPONSE 50 RaisePriority",
                        "FIRST_RESPONSE 100 NotifyLead",
                        "FIRST_RESPONSE 100 NotifyAssignee",
                        "RESOLUTION 50 NotifySlack",
                        "RESOLUTION 50 RaisePriority"),
                asked(reckoning));
    }

    @Test
    void a_mark_that_was_noticed_asks_for_nothing_again() {
        Measures measures = measures(at(100, LEAD));
        Facts facts = new Facts().created(START);
        Instant until = START.plus(Duration.ofHours(5));

        Reckoning first = reckon(facts, measures, List.of(), until);
        Reckoning second = reckon(facts, measures, first.notices(), until.plusSeconds(1));

        assertEquals(List.of("FIRST_RESPONSE 100 NotifyLead"), asked(first));
        assertEquals(List.of(), asked(second));
    }

    @Test
    void a_breach_that_was_withdrawn_asks_again_when_it_comes_true() {
        Measures measures = measures(at(100, LEAD, Metric.FIRST_RESPONSE));
        Facts facts = new Facts().created(START);
        Instant due = START.plus(Duration.ofHours(4));
        Reckoning alarmed = reckon(facts, measures, List.of(), due.plusMillis(1));
        facts.status(due.minusMillis(50), Status.WAITING);
        Reckoning corrected = reckon(facts, measures, alarmed.notices(), due.plusSeconds(2));
        facts.status(due.plusSeconds(60), Status.OPEN);
        Reckoning again = reckon(facts, measures, corrected.notices(), due.plusSeconds(61));

        assertEquals(List.of("FIRST_RESPONSE 100 NotifyLead"), asked(alarmed));
        assertEquals(List.of(), asked(corrected));
        assertEquals(List.of("FIRST_RESPONSE 100 NotifyLead"), asked(again));
    }

    @Test
    void the_past_of_an_import_asks_for_nothing() {
        Instant imported = START.plus(Duration.ofHours(20));
        Facts facts = new Facts()
                .backfill(START, Facts.created(Status.OPEN, Priority.NORMAL, 1))
                .backfill(START, new Happening.Imported(imported));
        Measures measures = measures(at(50, LEAD), at(100, LEAD));

        Reckoning past = reckon(facts, measures, List.of(), imported);
        Reckoning later = reckon(facts, measures, past.notices(), START.plus(Duration.ofHours(25)));

        assertEquals(List.of(), asked(past));
        assertEquals(List.of("RESOLUTION 100 NotifyLead"), asked(later));
    }

    @Test
    void the_deadline_is_told_with_a_warning_and_with_its_breach() {
        Reckoning reckoning = reckon(
                new Facts().created(START),
                measures(at(50, LEAD), at(100, LEAD)),
                List.of(),
                START.plus(Duration.ofHours(5)));

        List<Optional<Instant>> due = reckoning.news().stream()
                .filter(News.Noticed.class::isInstance)
                .map(news -> ((News.Noticed) news).dueAt())
                .toList();
        Optional<Instant> fourHours = Optional.of(START.plus(Duration.ofHours(4)));
        assertEquals(List.of(fourHours, fourHours), due);
    }

    @Test
    void raising_a_ticket_whose_next_target_is_passed_as_well_ends_at_urgent() {
        Measures measures = measures(at(100, RAISE, Metric.RESOLUTION));
        Facts facts = new Facts().add(START, Facts.created(Status.OPEN, Priority.LOW, 1));
        Instant at = START.plus(Duration.ofHours(73));
        List<Notice> notices = List.of();
        List<Priority> asked = new ArrayList<>();
        Priority priority = Priority.LOW;

        for (int round = 0; round < 10; round++) {
            Reckoning reckoning = reckon(facts, measures, notices, at);
            notices = reckoning.notices();
            at = at.plusSeconds(1);
            if (!asked(reckoning).isEmpty()) {
                asked.add(priority);
                priority = raised(priority);
                facts.add(at, ActorKind.AUTOMATION, new Happening.PriorityChanged(priority));
            }
        }

        assertEquals(List.of(Priority.LOW, Priority.NORMAL, Priority.HIGH, Priority.URGENT), asked);
    }

    private static Priority raised(Priority priority) {
        return switch (priority) {
            case LOW -> Priority.NORMAL;
            case NORMAL -> Priority.HIGH;
            case HIGH, URGENT -> Priority.URGENT;
        };
    }

    @Test
    void policies_that_hand_a_ticket_to_each_others_team_do_so_once() {
        Measures measures = Measures.of(new Terms(
                1,
                List.of(
                        offer(
                                new UUID(3, 1),
                                ofTeam(TEAM),
                                at(100, new EscalationAction.Reassign(OTHER_TEAM), Metric.RESOLUTION)),
                        offer(
                                new UUID(3, 2),
                                Conditions.NONE,
                                at(100, new EscalationAction.Reassign(TEAM), Metric.RESOLUTION)))));
        Facts facts = new Facts().created(START);
        Instant at = START.plus(Duration.ofHours(25));
        List<Notice> notices = List.of();
        List<UUID> asked = new ArrayList<>();

        for (int round = 0; round < 10; round++) {
            Reckoning reckoning = reckon(facts, measures, notices, at);
            notices = reckoning.notices();
            at = at.plusSeconds(1);
            for (News news : reckoning.news()) {
                if (news instanceof News.Noticed noticed
                        && noticed.escalations().stream().findFirst().orElse(LEAD)
                                instanceof EscalationAction.Reassign(UUID team)) {
                    asked.add(team);
                    facts.add(at, ActorKind.AUTOMATION, new Happening.TeamChanged(team));
                }
            }
        }

        assertEquals(List.of(TEAM, OTHER_TEAM), asked);
    }

    private static Conditions ofTeam(UUID team) {
        return new Conditions(Set.of(team), Set.of(), Set.of(), Set.of(), Map.of());
    }
}
