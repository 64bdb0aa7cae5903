package io.omniflow.integration.sync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TieTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final UUID FIRST = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final ExternalState TODO = new ExternalState("t", "Todo", StateKind.TODO);
    private static final ExternalState BACKLOG = new ExternalState("b", "Backlog", StateKind.TODO);
    private static final ExternalState DOING = new ExternalState("s", "In Progress", StateKind.STARTED);
    private static final ExternalState DONE = new ExternalState("d", "Done", StateKind.DONE);
    private static final ExternalState CANCELED = new ExternalState("c", "Canceled", StateKind.CANCELED);

    private static final Tie AGREED = Tie.found(TicketStatus.OPEN, at(0))
            .issueRead(TODO, at(0), Mapping.DEFAULT, FIRST)
            .tie();

    @Test
    void an_issue_made_for_a_ticket_is_brought_to_its_status() {
        Step step = Tie.made(TicketStatus.IN_PROGRESS, at(0)).issueRead(TODO, at(1), Mapping.DEFAULT, FIRST);

        assertEquals(List.of(new Act.Move(new Target.Kind(StateKind.STARTED))), step.acts());
    }

    @Test
    void an_issue_that_was_there_before_is_left_alone() {
        Step step = Tie.found(TicketStatus.IN_PROGRESS, at(0)).issueRead(DONE, at(1), Mapping.DEFAULT, FIRST);

        assertEquals(List.of(), step.acts());
    }

    @Test
    void a_change_of_the_ticket_moves_the_issue() {
        Step changed = AGREED.ticketChanged(by(null, TicketStatus.RESOLVED, 5), FIRST);
        assertEquals(List.of(new Act.Push()), changed.acts());

        Step read = changed.tie().issueRead(TODO, at(0), Mapping.DEFAULT, FIRST);
        assertEquals(List.of(new Act.Move(new Target.Kind(StateKind.DONE))), read.acts());
        Tie moved = read.tie().moved(DONE, at(6), at(5));
        assertEquals(
                List.of(), moved.issueRead(DONE, at(6), Mapping.DEFAULT, FIRST).acts(), "its echo is no change");
    }

    @Test
    void a_change_of_the_issue_is_told_and_asked_for() {
        Step read = AGREED.issueRead(DOING, at(5), Mapping.DEFAULT, FIRST);

        assertEquals(
                List.of(new Act.Tell(TODO, DOING, at(5)), new Act.Ask(FIRST, TicketStatus.IN_PROGRESS)), read.acts());
        Step echo = read.tie().ticketChanged(by(FIRST, TicketStatus.IN_PROGRESS, 6), SECOND);
        assertEquals(List.of(), echo.acts(), "what we asked for is not sent back");
        assertEquals(TicketStatus.IN_PROGRESS, echo.tie().status());
    }

    @Test
    void the_same_reading_twice_is_one_change() {
        Tie read = AGREED.issueRead(DOING, at(5), Mapping.DEFAULT, FIRST).tie();

        assertEquals(
                List.of(), read.issueRead(DOING, at(5), Mapping.DEFAULT, SECOND).acts());
    }

    @Test
    void a_state_that_means_the_same_status_is_told_and_moves_nothing() {
        Step read = AGREED.issueRead(BACKLOG, at(5), Mapping.DEFAULT, FIRST);

        assertEquals(List.of(new Act.Tell(TODO, BACKLOG, at(5))), read.acts());
        Tie resolved = read.tie()
                .issueRead(CANCELED, at(6), Mapping.DEFAULT, FIRST)
                .tie()
                .ticketChanged(by(FIRST, TicketStatus.RESOLVED, 7), SECOND)
                .tie();
        Step closed = resolved.ticketChanged(by(null, TicketStatus.CLOSED, 8), SECOND);
        assertEquals(
                List.of(new Act.Move(new Target.Kind(StateKind.DONE))),
                closed.tie().issueRead(CANCELED, at(6), Mapping.DEFAULT, SECOND).acts());
    }

    @Test
    void a_closed_ticket_and_a_done_issue_are_content_with_each_other() {
        Tie closed = Tie.found(TicketStatus.CLOSED, at(0))
                .issueRead(DOING, at(0), Mapping.DEFAULT, FIRST)
                .tie();

        assertEquals(
                List.of(new Act.Tell(DOING, DONE, at(1))),
                closed.issueRead(DONE, at(1), Mapping.DEFAULT, FIRST).acts());
    }

    @Test
    void a_status_without_a_target_leaves_the_issue_alone() {
        Step waiting = AGREED.ticketChanged(by(null, TicketStatus.WAITING, 5), FIRST);

        Step read = waiting.tie().issueRead(TODO, at(0), Mapping.DEFAULT, FIRST);
        assertEquals(List.of(), read.acts());
        assertEquals(Tie.TicketSide.SETTLED, read.tie().ticketSide());
    }

    @Test
    void a_state_that_leaves_the_ticket_alone_is_told_only() {
        Mapping quiet = new Mapping(
                List.of(
                        new Mapping.Rule(new Target.State("s"), null),
                        new Mapping.Rule(new Target.Kind(StateKind.STARTED), TicketStatus.IN_PROGRESS)),
                Map.of(),
                Set.of());

        assertEquals(
                List.of(new Act.Tell(TODO, DOING, at(5))),
                AGREED.issueRead(DOING, at(5), quiet, FIRST).acts());
    }

    @Test
    void when_both_changed_the_later_ticket_wins_and_the_issues_change_is_told() {
        Tie changed =
                AGREED.ticketChanged(by(null, TicketStatus.RESOLVED, 7), FIRST).tie();

        assertEquals(
                List.of(new Act.Tell(TODO, DOING, at(6)), new Act.Move(new Target.Kind(StateKind.DONE))),
                changed.issueRead(DOING, at(6), Mapping.DEFAULT, FIRST).acts());
    }

    @Test
    void when_both_changed_at_the_same_time_the_ticket_wins() {
        Tie changed =
                AGREED.ticketChanged(by(null, TicketStatus.RESOLVED, 6), FIRST).tie();

        assertEquals(
                new Act.Move(new Target.Kind(StateKind.DONE)),
                changed.issueRead(DOING, at(6), Mapping.DEFAULT, FIRST).acts().getLast());
    }

    @Test
    void when_both_changed_the_later_issue_wins() {
        Tie changed =
                AGREED.ticketChanged(by(null, TicketStatus.RESOLVED, 5), FIRST).tie();

        Step read = changed.issueRead(DOING, at(6), Mapping.DEFAULT, FIRST);
        assertEquals(new Act.Ask(FIRST, TicketStatus.IN_PROGRESS), read.acts().getLast());
        assertEquals(
                List.of(),
                read.tie().issueRead(DOING, at(6), Mapping.DEFAULT, SECOND).acts(),
                "what waited is void");
    }

    @Test
    void a_command_that_put_an_older_change_over_a_later_one_is_set_right() {
        Tie asked = AGREED.issueRead(DOING, at(5), Mapping.DEFAULT, FIRST).tie();
        Tie overtaken =
                asked.ticketChanged(by(null, TicketStatus.RESOLVED, 6), SECOND).tie();

        Step echo = overtaken.ticketChanged(by(FIRST, TicketStatus.IN_PROGRESS, 7), SECOND);

        assertEquals(List.of(new Act.Ask(SECOND, TicketStatus.RESOLVED)), echo.acts());
        Step set = echo.tie().ticketChanged(by(SECOND, TicketStatus.RESOLVED, 8), FIRST);
        assertEquals(List.of(), set.acts());
        assertNull(set.tie().asked());
        assertEquals(
                new Act.Move(new Target.Kind(StateKind.DONE)),
                set.tie().issueRead(DOING, at(5), Mapping.DEFAULT, FIRST).acts().getLast());
    }

    @Test
    void a_change_older_than_the_one_asked_for_loses() {
        Tie asked = AGREED.issueRead(DOING, at(5), Mapping.DEFAULT, FIRST).tie();

        Step late = asked.ticketChanged(by(null, TicketStatus.RESOLVED, 4), SECOND);

        assertEquals(List.of(), late.acts());
        assertEquals(
                TicketStatus.IN_PROGRESS,
                late.tie()
                        .ticketChanged(by(FIRST, TicketStatus.IN_PROGRESS, 6), SECOND)
                        .tie()
                        .status());
    }

    @Test
    void after_a_move_of_unknown_outcome_a_state_on_the_way_is_not_taken_for_somebody_elses() {
        Tie unclear = AGREED.ticketChanged(by(null, TicketStatus.RESOLVED, 5), FIRST)
                .tie()
                .issueRead(TODO, at(0), Mapping.DEFAULT, FIRST)
                .tie()
                .moveUnclear(TODO, at(0));

        Step read = unclear.issueRead(DOING, at(6), Mapping.DEFAULT, FIRST);

        assertEquals(List.of(new Act.Move(new Target.Kind(StateKind.DONE))), read.acts());
        assertEquals(
                List.of(),
                unclear.issueRead(DONE, at(6), Mapping.DEFAULT, FIRST).acts());
    }

    @Test
    void a_ticket_that_goes_on_during_a_move_is_still_ahead() {
        Tie changed =
                AGREED.ticketChanged(by(null, TicketStatus.RESOLVED, 5), FIRST).tie();
        Tie on = changed.ticketChanged(by(null, TicketStatus.IN_PROGRESS, 6), FIRST)
                .tie();

        Tie moved = on.moved(DONE, at(7), at(5));

        assertEquals(
                List.of(new Act.Move(new Target.Kind(StateKind.STARTED))),
                moved.issueRead(DONE, at(7), Mapping.DEFAULT, FIRST).acts());
    }

    @Test
    void a_refused_move_is_not_asked_for_again_and_again() {
        Tie refused = AGREED.ticketChanged(by(null, TicketStatus.RESOLVED, 5), FIRST)
                .tie()
                .moveRefused(TODO, at(0), at(5));

        assertEquals(
                List.of(),
                refused.issueRead(TODO, at(0), Mapping.DEFAULT, FIRST).acts());
    }

    @Test
    void a_merged_ticket_rests_and_catches_up_afterwards() {
        Tie merged = AGREED.merged();

        assertEquals(
                List.of(),
                merged.ticketChanged(by(null, TicketStatus.CLOSED, 5), FIRST).acts());
        assertEquals(
                List.of(), merged.issueRead(DONE, at(6), Mapping.DEFAULT, FIRST).acts());
        Step undone = merged.unmerged(TicketStatus.OPEN, at(7));
        assertEquals(List.of(new Act.Read()), undone.acts());
        assertEquals(
                new Act.Ask(FIRST, TicketStatus.RESOLVED),
                undone.tie()
                        .issueRead(DONE, at(6), Mapping.DEFAULT, FIRST)
                        .acts()
                        .getLast());
    }

    private static StatusChange by(@Nullable UUID command, TicketStatus status, int second) {
        return new StatusChange(status, at(second), command);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }
}
