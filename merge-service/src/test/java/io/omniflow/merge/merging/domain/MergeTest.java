package io.omniflow.merge.merging.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");
    private static final Instant DONE = NOON.plusMillis(40);
    private static final UUID DESTINATION = new UUID(0, 1);
    private static final UUID SOURCE = new UUID(0, 2);
    private static final UUID OTHER = new UUID(0, 3);
    private static final Moved MOVED =
            new Moved(List.of(new UUID(1, 1)), List.of(), List.of(new UUID(1, 2)), List.of("3ds"));
    private static final Refusal WHY = new Refusal("already-merged", 409, "It is", null, null, null);
    private static final Asked LEA = new Asked("agent:lea", NOON.plusSeconds(60));

    private final Merge requested = Merge.requested(
            new WorkspaceId(new UUID(9, 9)),
            new UUID(0, 7),
            new Wish(List.of(SOURCE, OTHER), DESTINATION, null),
            new Asked("agent:anna", NOON));

    @Test
    void it_is_completed_at_the_last_of_its_facts_with_what_each_source_brought() {
        Merge almost = heard(requested, merged(SOURCE), absorbed(SOURCE), merged(OTHER));
        assertEquals(MergeState.Stage.REQUESTED, almost.state().stage());

        Merge completed = almost.hear(new Answer.Absorbed(OTHER, MOVED, DONE.plusMillis(1)));
        assertEquals(new MergeState.Completed(DONE.plusMillis(1), null), completed.state());
        assertEquals(
                List.of(new Manifest(SOURCE, TicketStatus.OPEN, MOVED), new Manifest(OTHER, TicketStatus.OPEN, MOVED)),
                completed.answers().manifest());
        assertEquals(2, completed.version());
    }

    @Test
    void a_fact_of_a_ticket_that_is_no_part_of_it_tells_nothing() {
        assertSame(requested, requested.hear(merged(new UUID(0, 4))));
        assertSame(requested, requested.hear(absorbed(DESTINATION)));
        assertSame(requested, requested.hear(new Answer.Separated(new UUID(0, 4), DESTINATION, DONE)));
    }

    @Test
    void what_is_told_again_tells_nothing() {
        Merge completed = completed();
        assertSame(completed, completed.hear(merged(SOURCE)));
        assertSame(
                completed,
                completed.hear(
                        new Answer.Absorbed(SOURCE, new Moved(List.of(), List.of(), List.of(), List.of()), LEA.at())));
    }

    @Test
    void a_refusal_ends_what_was_asked_and_nothing_else() {
        Answer refused = new Answer.Refused(Answer.Deed.MERGE, WHY, DONE);
        assertEquals(new MergeState.Rejected(DONE, WHY), requested.hear(refused).state());
        assertSame(requested, requested.hear(new Answer.Refused(Answer.Deed.UNDO, WHY, DONE)));
        assertEquals(completed(), completed().hear(refused));
        assertEquals(undoRequested(), undoRequested().hear(refused));
    }

    @Test
    void what_was_done_after_a_refusal_is_done() {
        Merge rejected = requested.hear(new Answer.Refused(Answer.Deed.MERGE, WHY, DONE));
        assertInstanceOf(MergeState.Completed.class, mergedBy(rejected).state());
        Merge refused = undoRequested().hear(new Answer.Refused(Answer.Deed.UNDO, WHY, DONE));
        assertEquals(new MergeState.Undone(DONE, LEA, DONE), separated(refused).state());
    }

    @Test
    void an_undo_may_be_asked_for_until_the_thirty_days_are_over() {
        Instant end = DONE.plus(Duration.ofDays(30));
        assertEquals(
                new UndoDecision.Refused(new Obstacle.Expired(end)),
                completed().undo(new Asked("agent:lea", end), Optional.empty()));
        assertInstanceOf(
                UndoDecision.Accepted.class,
                completed().undo(new Asked("agent:lea", end.minusMillis(1)), Optional.empty()));
    }

    @Test
    void an_undo_is_done_when_both_sides_of_each_source_have_told() {
        Merge almost = heard(
                undoRequested(),
                new Answer.Separated(DESTINATION, SOURCE, DONE),
                new Answer.Separated(SOURCE, DESTINATION, DONE),
                new Answer.Separated(OTHER, DESTINATION, DONE));
        assertEquals(MergeState.Stage.UNDO_REQUESTED, almost.state().stage());
        Instant end = DONE.plusSeconds(5);
        assertEquals(
                new MergeState.Undone(DONE, LEA, end),
                almost.hear(new Answer.Separated(DESTINATION, OTHER, end)).state());
    }

    @Test
    void a_refused_undo_leaves_it_completed_and_may_be_asked_for_again() {
        Merge refused = undoRequested().hear(new Answer.Refused(Answer.Deed.UNDO, WHY, DONE));
        assertEquals(new MergeState.Completed(DONE, new MergeState.RefusedUndo(LEA, DONE, WHY)), refused.state());
        assertInstanceOf(UndoDecision.Accepted.class, refused.undo(LEA, Optional.empty()));
    }

    @Test
    void an_undo_is_refused_where_there_is_nothing_to_undo_or_something_in_the_way() {
        UUID above = new UUID(0, 8);
        assertEquals(
                refusal(new Obstacle.NotCompleted(MergeState.Stage.REQUESTED)), requested.undo(LEA, Optional.empty()));
        assertEquals(refusal(new Obstacle.UndoUnderWay()), undoRequested().undo(LEA, Optional.empty()));
        assertEquals(
                refusal(new Obstacle.AlreadyUndone(DONE)),
                separated(undoRequested()).undo(LEA, Optional.empty()));
        assertEquals(refusal(new Obstacle.MergeInTheWay(above)), completed().undo(LEA, Optional.of(above)));
    }

    @Test
    void a_wish_names_each_source_once_and_not_the_destination() {
        for (List<UUID> sources : List.of(
                List.<UUID>of(), List.of(DESTINATION), List.of(SOURCE, SOURCE), Collections.nCopies(21, SOURCE))) {
            assertThrows(IllegalArgumentException.class, () -> new Wish(sources, DESTINATION, null));
        }
    }

    private Merge completed() {
        return mergedBy(requested);
    }

    private Merge undoRequested() {
        return assertInstanceOf(UndoDecision.Accepted.class, completed().undo(LEA, Optional.empty()))
                .merge();
    }

    private static Merge mergedBy(Merge merge) {
        return heard(merge, merged(SOURCE), absorbed(SOURCE), absorbed(OTHER), merged(OTHER));
    }

    private static Merge separated(Merge merge) {
        return heard(
                merge,
                new Answer.Separated(DESTINATION, SOURCE, DONE),
                new Answer.Separated(SOURCE, DESTINATION, DONE),
                new Answer.Separated(DESTINATION, OTHER, DONE),
                new Answer.Separated(OTHER, DESTINATION, DONE));
    }

    private static UndoDecision refusal(Obstacle why) {
        return new UndoDecision.Refused(why);
    }

    private static Answer merged(UUID source) {
        return new Answer.Merged(source, TicketStatus.OPEN, DONE);
    }

    private static Answer absorbed(UUID source) {
        return new Answer.Absorbed(source, MOVED, DONE);
    }

    private static Merge heard(Merge merge, Answer... answers) {
        Merge after = merge;
        for (Answer answer : answers) {
            after = after.hear(answer);
        }
        return after;
    }
}
