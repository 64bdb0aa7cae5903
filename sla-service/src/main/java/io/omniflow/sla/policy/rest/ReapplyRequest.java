package io.omniflow.sla.policy.rest;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which tickets; all that the policy concerns when left out. */
@Schema(name = "ReapplyPolicy")
record ReapplyRequest(@Nullable List<UUID> ticketIds) {
    static final int MOST = 1_000;

    /** How many tickets are measured by other terms now. */
    @Schema(name = "ReappliedPolicy")
    record Done(long tickets) {}
}
