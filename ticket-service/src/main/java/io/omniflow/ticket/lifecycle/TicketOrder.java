package io.omniflow.ticket.lifecycle;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a list is sorted; the id decides between equals, in the same direction.
 *
 * @param field the custom field of {@link Key#FIELD}, null for the others
 */
public record TicketOrder(
        Key key, Direction direction, @Nullable String field) {
    /** Of a text, what counts for the order; the database cuts at the same place. */
    private static final int LONGEST_TEXT = 200;

    public TicketOrder(Key key, Direction direction) {
        this(key, direction, null);
    }

    public enum Key {
        UPDATED,
        CREATED,
        PRIORITY,
        /** The next due time of the ticket's clocks; what has none stands last in both directions. */
        SLA_DUE,
        /** The value of a custom field; what has none stands last in both directions. */
        FIELD
    }

    public enum Direction {
        ASCENDING,
        DESCENDING
    }

    /**
     * Where a page ends. {@code key} is the sort key in its text form: an instant, the rank of a priority, a value behind the
     * letter of its kind, or nothing where there is no due time or value.
     */
    public record Place(String key, UUID id) {
        private static final String NUMBER = "n";
        private static final String TEXT = "t";

        static String of(@Nullable Object value) {
            return switch (value) {
                case Number number -> NUMBER + new BigDecimal(number.toString()).toPlainString();
                case Boolean truth -> NUMBER + (truth ? 1 : 0);
                case String text ->
                    TEXT + text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST_TEXT, points(text))));
                case null, default -> "";
            };
        }

        /** The number of a value's place; zero for texts. Throws {@link NumberFormatException} for what was never one. */
        public BigDecimal number() {
            if (!key.startsWith(NUMBER)) {
                return BigDecimal.ZERO;
            }
            if (!key.matches("n-?[0-9.]{1,40}")) {
                throw new NumberFormatException(key);
            }
            return new BigDecimal(key.substring(1));
        }

        /** The text of a value's place; empty for numbers. */
        public String text() {
            return key.startsWith(TEXT) ? key.substring(1) : "";
        }

        private static int points(String text) {
            return text.codePointCount(0, text.length());
        }
    }

    public Place placeOf(ShownTicket shown) {
        String value =
                switch (key) {
                    case UPDATED -> shown.ticket().updatedAt().toString();
                    case CREATED -> shown.ticket().createdAt().toString();
                    case PRIORITY -> Integer.toString(shown.ticket().priority().rank());
                    case SLA_DUE -> shown.nextDueAt() == null ? "" : shown.nextDueAt();
                    case FIELD -> Place.of(shown.ticket().customFields().get(field));
                };
        return new Place(value, shown.ticket().id().value());
    }
}
