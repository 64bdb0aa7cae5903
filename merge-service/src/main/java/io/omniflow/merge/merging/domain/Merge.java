package io.omniflow.merge.merging.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One merge, from the request to its end.
 *
 * @param version raised by each change of state
 */
public record Merge(
        WorkspaceId workspace, UUID id, Wish wish, Asked asked, Answers answers, MergeState state, long version) {

    public static Merge requested(WorkspaceId workspace, UUID id, Wish wish, Asked asked) {
        return new Merge(workspace, id, wish, asked, Answers.none(wish), new MergeState.Requested(), 1);
    }

    /**
     * Whether it may be taken back, as far as is known here; the tickets themselves ticket-service judges.
     *
     * @param asked whose time decides whether the 30 days are over
     * @param inTheWay a merge whose source is this one's destination, and that holds
     */
    public UndoDecision undo(Asked asked, Optional<UUID> inTheWay) {
        return switch (state) {
            case MergeState.Requested _, MergeState.Rejected _ -> refused(new Obstacle.NotCompleted(state.stage()));
            case MergeState.UndoRequested _ -> refused(new Obstacle.UndoUnderWay());
            case MergeState.Undone undone -> refused(new Obstacle.AlreadyUndone(undone.at()));
            case MergeState.Completed completed
            when !asked.at().isBefore(completed.undoUntil()) -> refused(new Obstacle.Expired(completed.undoUntil()));
            case MergeState.Completed completed ->
                inTheWay.<UndoDecision>map(other -> refused(new Obstacle.MergeInTheWay(other)))
                        .orElseGet(() -> new UndoDecision.Accepted(in(completed.undoRequested(asked))));
        };
    }

    /** The merge after an answer; the same when it tells nothing new. */
    public Merge hear(Answer answer) {
        return switch (answer) {
            case Answer.Refused refused -> in(after(refused));
            case Answer.Merged _, Answer.Absorbed _, Answer.Separated _ -> {
                Answers told = answers.with(answer);
                yield told.equals(answers)
                        ? this
                        : new Merge(workspace, id, wish, asked, told, state, version).settled();
            }
        };
    }

    /** Who asked for what happened last: the undo, as far as there was one, or else the merge. */
    public Asked askedLast() {
        return switch (state) {
            case MergeState.Requested _, MergeState.Rejected _ -> asked;
            case MergeState.Completed(Instant _, MergeState.RefusedUndo refused) ->
                refused == null ? asked : refused.undo();
            case MergeState.UndoRequested undo -> undo.undo();
            case MergeState.Undone undone -> undone.undo();
        };
    }

    private MergeState after(Answer.Refused refused) {
        return switch (state) {
            case MergeState.Requested requested
            when refused.deed() == Answer.Deed.MERGE -> requested.rejected(refused.why(), refused.at());
            case MergeState.UndoRequested asked
            when refused.deed() == Answer.Deed.UNDO -> asked.refused(refused.why(), refused.at());
            case MergeState.Requested _,
                    MergeState.Rejected _,
                    MergeState.Completed _,
                    MergeState.UndoRequested _,
                    MergeState.Undone _ -> state;
        };
    }

    private Merge settled() {
        Merge merged = answers.mergedAt().map(this::merged).orElse(this);
        return answers.separatedAt().map(merged::separated).orElse(merged);
    }

    private Merge merged(Instant at) {
        return switch (state) {
            case MergeState.Requested _, MergeState.Rejected _ -> in(new MergeState.Completed(at, null));
            case MergeState.Completed _, MergeState.UndoRequested _, MergeState.Undone _ -> this;
        };
    }

    private Merge separated(Instant at) {
        return switch (state) {
            case MergeState.UndoRequested undo -> in(undo.undone(at));
            case MergeState.Completed completed -> in(new MergeState.Undone(completed.at(), askedLast(), at));
            case MergeState.Requested _, MergeState.Rejected _, MergeState.Undone _ -> this;
        };
    }

    private Merge in(MergeState next) {
        return next.equals(state) ? this : new Merge(workspace, id, wish, asked, answers, next, version + 1);
    }

    private static UndoDecision refused(Obstacle why) {
        return new UndoDecision.Refused(why);
    }
}
