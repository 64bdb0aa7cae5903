package io.omniflow.merge.merging.domain;

import java.time.Instant;
import java.util.UUID;

/** Why an undo is not even asked of ticket-service. */
public sealed interface Obstacle {
    /** Not yet merged, or never. */
    record NotCompleted(MergeState.Stage stage) implements Obstacle {}

    record UndoUnderWay() implements Obstacle {}

    record AlreadyUndone(Instant at) implements Obstacle {}

    /** @param since the end of the 30 days */
    record Expired(Instant since) implements Obstacle {}

    /** The destination is itself part of another ticket; that merge has to be undone first. */
    record MergeInTheWay(UUID merge) implements Obstacle {}
}
