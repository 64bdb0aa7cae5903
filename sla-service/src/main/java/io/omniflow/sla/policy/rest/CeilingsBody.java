package io.omniflow.sla.policy.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omniflow.sla.clock.domain.Status;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much open time a ticket may spend in a status at a stretch. */
@Schema(name = "PolicyCeilings")
record CeilingsBody(
        @Schema(examples = "PT48H") @Nullable Duration open,
        @JsonProperty("in_progress") @Nullable Duration inProgress,
        @Nullable Duration waiting) {

    Map<Status, Duration> draft() {
        Map<Status, Duration> ceilings = new EnumMap<>(Status.class);
        put(ceilings, Status.OPEN, open);
        put(ceilings, Status.IN_PROGRESS, inProgress);
        put(ceilings, Status.WAITING, waiting);
        return ceilings;
    }

    static CeilingsBody of(Map<Status, Duration> ceilings) {
        return new CeilingsBody(
                ceilings.get(Status.OPEN), ceilings.get(Status.IN_PROGRESS), ceilings.get(Status.WAITING));
    }

    private static void put(Map<Status, Duration> ceilings, Status status, @Nullable Duration most) {
        if (most != null) {
            ceilings.put(status, most);
        }
    }
}
