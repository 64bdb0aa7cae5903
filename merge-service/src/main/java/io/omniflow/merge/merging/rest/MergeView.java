package io.omniflow.merge.merging.rest;

import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.merging.domain.Asked;
import io.omniflow.merge.merging.domain.Manifest;
import io.omniflow.merge.merging.domain.Merge;
import io.omniflow.merge.merging.domain.MergeState;
import io.omniflow.merge.merging.domain.Refusal;
import io.omniflow.merge.merging.domain.TicketStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Merge")
record MergeView(
        UUID id,
        MergeState.Stage state,
        List<UUID> sources,
        UUID destination,
        @Nullable String reason,

        @Schema(description = "Who asked for it, as kind:id")
        String actor,

        Instant requestedAt,
        @Nullable Instant completedAt,

        @Nullable @Schema(description = "30 days after its completion; from then on it stands for good")
        Instant undoUntil,

        @Schema(description = "Whether state and time allow an undo; tickets that moved on may still be in its way")
        boolean undoable,

        @Nullable @Schema(description = "Who asked for the undo that was done, as kind:id")
        String undoneBy,

        @Nullable Instant undoneAt,

        @Nullable @Schema(description = "Why the merge, or the undo that was asked for last, was refused")
        Reason problem,

        @Schema(description = "What each source brought; empty before completion")
        List<ManifestView> manifest) {

    /** As the problem answered to a caller who waits. */
    @Schema(name = "MergeProblem")
    record Reason(
            String type,
            int status,
            String detail,

            @Nullable @Schema(description = "The part of the request that is wrong")
            String pointer,

            @Nullable @Schema(description = "The ticket that one of them is part of")
            UUID destination,

            @Nullable @Schema(description = "The merge in the way")
            UUID mergeId) {
        static @Nullable Reason of(@Nullable Refusal why) {
            return why == null
                    ? null
                    : new Reason(
                            Problems.TYPES + why.type(),
                            why.status(),
                            why.detail(),
                            why.pointer(),
                            why.destination(),
                            why.mergeId());
        }
    }

    @Schema(name = "MergeManifest")
    record ManifestView(
            UUID source,
            TicketStatus previousStatus,
            List<UUID> conversationIds,

            @Schema(description = "Those the destination did not have")
            List<UUID> contactIds,

            List<UUID> noteIds,

            @Schema(description = "Those the destination did not have")
            List<String> tags) {
        static ManifestView of(Manifest manifest) {
            return new ManifestView(
                    manifest.source(),
                    manifest.previousStatus(),
                    manifest.moved().conversationIds(),
                    manifest.moved().contactIds(),
                    manifest.moved().noteIds(),
                    manifest.moved().tags());
        }
    }

    static MergeView of(Merge merge, Instant now) {
        return switch (merge.state()) {
            case MergeState.Requested _ -> view(merge, now, null, null, null, null);
            case MergeState.Rejected rejected -> view(merge, now, null, null, null, rejected.why());
            case MergeState.Completed completed -> view(merge, now, completed.at(), null, null, lastRefusal(completed));
            case MergeState.UndoRequested undo -> view(merge, now, undo.completedAt(), null, null, null);
            case MergeState.Undone undone -> view(merge, now, undone.completedAt(), undone.undo(), undone.at(), null);
        };
    }

    private static @Nullable Refusal lastRefusal(MergeState.Completed completed) {
        MergeState.RefusedUndo refused = completed.refusedUndo();
        return refused == null ? null : refused.why();
    }

    private static MergeView view(
            Merge merge,
            Instant now,
            @Nullable Instant completedAt,
            @Nullable Asked undo,
            @Nullable Instant undoneAt,
            @Nullable Refusal why) {
        return new MergeView(
                merge.id(),
                merge.state().stage(),
                merge.wish().sources(),
                merge.wish().destination(),
                merge.wish().reason(),
                merge.asked().actor(),
                merge.asked().at(),
                completedAt,
                completedAt == null ? null : completedAt.plus(MergeState.UNDOABLE_FOR),
                merge.state() instanceof MergeState.Completed completed && now.isBefore(completed.undoUntil()),
                undo == null ? null : undo.actor(),
                undoneAt,
                Reason.of(why),
                completedAt == null
                        ? List.of()
                        : merge.answers().manifest().stream()
                                .map(ManifestView::of)
                                .toList());
    }
}
