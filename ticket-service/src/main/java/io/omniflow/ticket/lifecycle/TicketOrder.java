package io.omniflow.ticket.lifecycle;

import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.UUID;

/** How a list is sorted; the id decides between equals, in the same direction. */
public record TicketOrder(Key key, Direction direction) {
    public enum Key {
        UPDATED,
        CREATED,
        PRIORITY
    }

    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /** Where a page ends. {@code key} is the sort key in its text form: an instant, or the rank of a priority. */
    public record Place(String key, UUID id) {}

    public Place placeOf(Ticket ticket) {
        String value =
                switch (key) {
                    case UPDATED -> ticket.updatedAt().toString();
                    case CREATED -> ticket.createdAt().toString();
                    case PRIORITY -> Integer.toString(ticket.priority().rank());
                };
        return new Place(value, ticket.id().value());
    }
}
