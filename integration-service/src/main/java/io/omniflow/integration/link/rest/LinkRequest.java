package io.omniflow.integration.link.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new issue wanted for a ticket. */
record LinkRequest(@Nullable UUID ticketId, @Nullable UUID connectionId) {

    /** The request with nothing missing. */
    record Complete(UUID ticketId, UUID connectionId) {}

    Complete complete() {
        if (ticketId != null && connectionId != null) {
            return new Complete(ticketId, connectionId);
        }
        List<FieldError> missing = new ArrayList<>();
        if (ticketId == null) {
            missing.add(new FieldError("/ticketId", "Is required"));
        }
        if (connectionId == null) {
            missing.add(new FieldError("/connectionId", "Is required"));
        }
        throw Problems.invalid(missing);
    }
}
