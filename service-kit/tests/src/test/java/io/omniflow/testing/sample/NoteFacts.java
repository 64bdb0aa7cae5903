package io.omniflow.testing.sample;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketSource;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.time.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The one fact of the sample's tickets. */
final class NoteFacts {
    private NoteFacts() {}

    static TicketEvent noteAdded(UUID ticket, String body, long version, Instant at) {
        TicketState state = new TicketState(
                ticket,
                1,
                "Lamp",
                null,
                TicketStatus.OPEN,
                TicketPriority.NORMAL,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                TicketSource.API,
                null,
                null,
                version,
                at,
                at,
                null,
                null,
                null);
        return new TicketEvent.NoteAdded(Ids.next(), body, state);
    }
}
