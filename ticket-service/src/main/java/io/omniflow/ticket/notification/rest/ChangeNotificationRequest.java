package io.omniflow.ticket.notification.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.notification.ReadNotifications;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Merge Patch: whether it is read is all that can be changed. */
@Schema(name = "ChangeNotification")
record ChangeNotificationRequest(
        @Schema(implementation = Boolean.class) MergePatch<Boolean> read) {
    /** Empty when nothing is to change. */
    Optional<ReadNotifications.Mark> mark() {
        return switch (read) {
            case MergePatch.Absent<Boolean> _ -> Optional.empty();
            case MergePatch.Cleared<Boolean> _ -> throw Problems.invalid("/read", "cannot be emptied");
            case MergePatch.Given<Boolean>(Boolean given) ->
                Optional.of(given ? ReadNotifications.Mark.READ : ReadNotifications.Mark.UNREAD);
        };
    }
}
