package io.omniflow.ticket.conversation.rest;

import io.omniflow.kit.paging.Cursors;
import io.omniflow.ticket.conversation.ShownConversations;
import io.omniflow.ticket.lifecycle.TicketFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of conversations or messages ends, as a cursor. */
final class Places {
    private Places() {}

    static String cursor(Instant at, UUID id) {
        return Cursors.encode(at.toString(), id.toString());
    }

    static ShownConversations.@Nullable Place of(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 2);
        try {
            return new ShownConversations.Place(
                    TicketFilter.storable(Instant.parse(parts.getFirst())).orElseThrow(Cursors::refused),
                    Cursors.uuid(parts.getLast()));
        } catch (DateTimeException malformed) {
            throw Cursors.refused();
        }
    }
}
