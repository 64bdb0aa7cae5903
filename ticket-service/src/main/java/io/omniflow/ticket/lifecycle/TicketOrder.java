package io.omniflow.ticket.lifecycle;

import java.util.UUID;

/** How a list is sorted; the id decides between equals, in the same direction. */
public record TicketOrder(Key key, Direction direction) {
    public enum Key {
        UPDATED,
        CREATED,
        PRIORITY,
        /** The next due time of the ticket's clocks; what has none stands last in both directions. */
        SLA_DUE
    }

    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /**
     * Where a page ends. {@code key} is the sort key in its text form: an instant, the rank of a priority, or nothing where
     * there is no due time.
     */
    public record Place(String key, UUID id) {}

    public Place placeOf(ShownTicket shown) {
        String value =
                switch (key) {
                    case UPDATED -> shown.ticket().updatedAt().toString();
                    case CREATED -> shown.ticket().createdAt().toString();
                    case PRIORITY -> Integer.toString(shown.ticket().priority().rank());
                    case SLA_DUE -> shown.nextDueAt() == null ? "" : shown.nextDueAt();
                };
        return new Place(value, shown.ticket().id().value());
    }
}
