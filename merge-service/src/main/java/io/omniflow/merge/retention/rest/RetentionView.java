package io.omniflow.merge.retention.rest;

import io.omniflow.merge.retention.Retention;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How long the workspace's log stays in the log. */
@Schema(name = "AuditRetention")
record RetentionView(
        @Schema(description = "Days an entry stays in the log before it goes into an archive; null for ever") @Nullable Integer keepDays,

        long version) {
    static final String EXAMPLE = "{\"keepDays\": 730, \"version\": 1}";

    static RetentionView of(Retention retention) {
        return new RetentionView(retention.keepDays(), retention.version());
    }
}
