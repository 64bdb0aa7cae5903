package io.omniflow.ticket.notification.rest;

import io.omniflow.kit.problem.Problems;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "ReadNotificationsUpTo")
record ReadUpToRequest(@Nullable UUID upTo) {
    static final String EXAMPLE = "{\"upTo\": \"019ab3f0-6d00-7a11-9c00-000000000001\"}";

    UUID required() {
        if (upTo == null) {
            throw Problems.invalid("/upTo", "is required");
        }
        return upTo;
    }

    /** How many were not read before. */
    @Schema(name = "NotificationsRead")
    record Done(int read) {
        static final String EXAMPLE = "{\"read\": 3}";
    }
}
