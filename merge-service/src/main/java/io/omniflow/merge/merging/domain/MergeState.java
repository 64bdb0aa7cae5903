package io.omniflow.merge.merging.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a merge stands.
 *
 * <pre>
 *                   told by both sides of all sources
 *   Requested ─────────────────────────────────────────▶ Completed ──── undo asked ───▶ UndoRequested
 *       │                                                 ▲  ▲   ▲                        │      │
 *       │ refused                                         │  │   └──── undo refused ──────┘      │ told by both
 *       ▼                                                 │  │                                   │ sides of all
 *    Rejected ──── done after all: a command sent twice ──┘  │                                   ▼
 *                                                            └─ undone after all ──────────▶  Undone
 * </pre>
 *
 * What ticket-service did is true, whatever it said of another copy of the same command: hence the two moves "after all".
 */
public sealed interface MergeState {
    /** How long after its completion a merge can be undone, to the second (seed: 30 days). */
    Duration UNDOABLE_FOR = Duration.ofDays(30);

    Stage stage();

    /** The command is out and was not answered yet. */
    record Requested() implements MergeState {
        @Override
        public Stage stage() {
            return Stage.REQUESTED;
        }

        Rejected rejected(Refusal why, Instant at) {
            return new Rejected(at, why);
        }
    }

    /** Not one of the tickets was touched. */
    record Rejected(Instant at, Refusal why) implements MergeState {
        @Override
        public Stage stage() {
            return Stage.REJECTED;
        }
    }

    /** @param refusedUndo the last undo that was asked for and refused, null when there is none */
    record Completed(Instant at, @Nullable RefusedUndo refusedUndo) implements MergeState {
        @Override
        public Stage stage() {
            return Stage.COMPLETED;
        }

        /** The first instant at which it can be undone no more. */
        public Instant undoUntil() {
            return at.plus(UNDOABLE_FOR);
        }

        UndoRequested undoRequested(Asked by) {
            return new UndoRequested(at, by);
        }
    }

    record UndoRequested(Instant completedAt, Asked undo) implements MergeState {
        @Override
        public Stage stage() {
            return Stage.UNDO_REQUESTED;
        }

        Completed refused(Refusal why, Instant at) {
            return new Completed(completedAt, new RefusedUndo(undo, at, why));
        }

        Undone undone(Instant at) {
            return new Undone(completedAt, undo, at);
        }
    }

    record Undone(Instant completedAt, Asked undo, Instant at) implements MergeState {
        @Override
        public Stage stage() {
            return Stage.UNDONE;
        }
    }

    record RefusedUndo(Asked undo, Instant at, Refusal why) {}

    /** A state's name, for those who only tell states apart. */
    enum Stage {
        REQUESTED,
        COMPLETED,
        REJECTED,
        UNDO_REQUESTED,
        UNDONE;

        /** Whether an answer of ticket-service is due. */
        public boolean isUnderWay() {
            return this == REQUESTED || this == UNDO_REQUESTED;
        }
    }
}
