package io.omniflow.sla.policy.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omniflow.kit.http.MergePatch;
import io.omniflow.sla.clock.domain.Status;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Merge Patch of the ceilings, one by one. */
@Schema(name = "ChangePolicyCeilings")
record CeilingsChange(
        @Schema(implementation = String.class) MergePatch<Duration> open,

        @Schema(implementation = String.class) @JsonProperty("in_progress")
        MergePatch<Duration> inProgress,

        @Schema(implementation = String.class) MergePatch<Duration> waiting) {

    Map<Status, Duration> over(Map<Status, Duration> before) {
        return new CeilingsBody(
                        open.over(before.get(Status.OPEN)),
                        inProgress.over(before.get(Status.IN_PROGRESS)),
                        waiting.over(before.get(Status.WAITING)))
                .draft();
    }
}
