package io.omniflow.merge.merging.domain;

/** What comes of asking for an undo. */
public sealed interface UndoDecision {
    record Accepted(Merge merge) implements UndoDecision {}

    record Refused(Obstacle why) implements UndoDecision {}
}
