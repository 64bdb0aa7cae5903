package io.omniflow.ticket.workspace.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.workspace.WorkspaceSettings.Settings;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All settings at once; one that came later, {@code mergeTakesEarlierStart}, is off where it is left out. */
@Schema(name = "ReplaceWorkspaceSettings")
record SettingsRequest(
        @Nullable Boolean reopenWaiting,
        @Nullable Boolean reopenResolved,
        @Nullable Boolean mergeTakesEarlierStart) {
    static final String EXAMPLE =
            "{\"reopenWaiting\": true, \"reopenResolved\": false, \"mergeTakesEarlierStart\": false}";

    /** Fails with 422 and a pointer to each setting that is missing. */
    static Settings wanted(@Nullable SettingsRequest request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        @Nullable Boolean waiting = request.reopenWaiting();
        @Nullable Boolean resolved = request.reopenResolved();
        if (waiting != null && resolved != null) {
            return new Settings(waiting, resolved, Boolean.TRUE.equals(request.mergeTakesEarlierStart()), 0);
        }
        List<FieldError> errors = new ArrayList<>();
        if (waiting == null) {
            errors.add(new FieldError("/reopenWaiting", "is needed"));
        }
        if (resolved == null) {
            errors.add(new FieldError("/reopenResolved", "is needed"));
        }
        throw Problems.invalid(errors);
    }
}
