package io.omniflow.merge.merging.rest;

import io.omniflow.merge.merging.LeastRole;
import io.omniflow.merge.merging.MergePermissions;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "MergeSettings")
record MergeSettingsView(
        @Schema(description = "The least role that may merge")
        LeastRole mergeRole,

        @Schema(description = "The least role that may undo")
        LeastRole undoRole,

        long version) {
    static MergeSettingsView of(MergePermissions permissions) {
        return new MergeSettingsView(permissions.merge(), permissions.undo(), permissions.version());
    }
}
