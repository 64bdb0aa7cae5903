package io.omniflow.merge.retention.rest;

import io.omniflow.kit.http.MergePatch;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ChangeAuditRetention")
record ChangeRetentionRequest(
        @Schema(description = "At least 365; null keeps the log for ever", examples = "730")
        MergePatch<Integer> keepDays) {
    static final String EXAMPLE = "{\"keepDays\": null}";
}
