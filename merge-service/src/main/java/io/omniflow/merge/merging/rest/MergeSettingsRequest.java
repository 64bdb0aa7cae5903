package io.omniflow.merge.merging.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.problem.Problems;
import io.omniflow.merge.merging.LeastRole;
import io.omniflow.merge.merging.MergePermissions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ChangeMergeSettings")
record MergeSettingsRequest(
        @Schema(implementation = LeastRole.class) MergePatch<LeastRole> mergeRole,
        @Schema(implementation = LeastRole.class) MergePatch<LeastRole> undoRole) {

    /** Fails with 422 for a role that is to be emptied. */
    MergePermissions over(MergePermissions before) {
        return new MergePermissions(
                mergeRole.overRequired(before.merge(), () -> Problems.invalid("/mergeRole", "Is required")),
                undoRole.overRequired(before.undo(), () -> Problems.invalid("/undoRole", "Is required")),
                before.version());
    }
}
