package io.omniflow.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The life of a merge, keyed by its destination. */
public sealed interface MergeEvent {
    UUID mergeId();

    @EventType(value = "omniflow.merge.requested.v1", topic = Topics.MERGES)
    record Requested(
            UUID mergeId,
            List<UUID> sources,
            UUID destination,
            @Nullable String reason) implements MergeEvent {}

    @EventType(value = "omniflow.merge.completed.v1", topic = Topics.MERGES)
    record Completed(
            UUID mergeId, List<UUID> sources, UUID destination, List<MergeManifest> manifest, Instant undoUntil)
            implements MergeEvent {}

    /** Answers the request before it: the merge was not made, or after {@code undo_requested} not undone and stands. */
    @EventType(value = "omniflow.merge.rejected.v1", topic = Topics.MERGES)
    record Rejected(UUID mergeId, List<UUID> sources, UUID destination, Problem problem) implements MergeEvent {}

    @EventType(value = "omniflow.merge.undo_requested.v1", topic = Topics.MERGES)
    record UndoRequested(UUID mergeId, List<UUID> sources, UUID destination) implements MergeEvent {}

    @EventType(value = "omniflow.merge.undone.v1", topic = Topics.MERGES)
    record Undone(UUID mergeId, List<UUID> sources, UUID destination) implements MergeEvent {}
}
