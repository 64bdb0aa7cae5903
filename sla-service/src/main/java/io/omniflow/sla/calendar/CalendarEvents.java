package io.omniflow.sla.calendar;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes of calendars in the published language. */
public interface CalendarEvents {
    /** @param before null when it is new; {@code after} null when it is gone */
    OutboundEvent changed(
            WorkspaceId workspace,
            UUID id,
            @Nullable KeptCalendar before,
            @Nullable KeptCalendar after,
            Instant at,
            Origin origin);
}
