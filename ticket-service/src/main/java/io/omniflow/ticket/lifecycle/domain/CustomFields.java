package io.omniflow.ticket.lifecycle.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What may be said of a ticket's custom fields: JSON values by key, numbers equal by their value. */
public final class CustomFields {
    public static final int MOST = 100;

    /**
     * As JSON. The heaviest event, a changed description, carries three texts of 64 kB and the ticket with all its tags and
     * links; so much is left of the 256 kB of an event.
     */
    public static final int MOST_BYTES = 24 * 1024;

    /** Quotes, colon and comma. */
    private static final int AROUND_FIELD = 4;

    private static final int AROUND_TEXT = 3;

    private CustomFields() {}

    /** A null value removes its field. A value that says the same as the one before leaves that in its place. */
    static Map<String, Object> patched(Map<String, Object> before, Map<String, @Nullable Object> patch) {
        Map<String, Object> after = new TreeMap<>(before);
        patch.forEach((key, value) -> {
            if (value == null) {
                after.remove(key);
            } else if (!isSame(before.get(key), value)) {
                after.put(key, value);
            }
        });
        return after;
    }

    /** What is stored comes back in the form the database gives it: 1E+3 as 1000, a long fraction as a double. */
    private static boolean isSame(@Nullable Object before, Object after) {
        if (!(before instanceof Number one && after instanceof Number other)) {
            return after.equals(before);
        }
        return (one instanceof Double || other instanceof Double)
                ? Double.compare(one.doubleValue(), other.doubleValue()) == 0
                : decimal(one).compareTo(decimal(other)) == 0;
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    /** Bytes as JSON in UTF-8, never too few. */
    public static int size(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .mapToInt(field -> AROUND_FIELD + textSize(field.getKey()) + valueSize(field.getValue()))
                .sum();
    }

    private static int valueSize(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> AROUND_TEXT + textSize(text);
            case List<?> list ->
                AROUND_TEXT + list.stream().mapToInt(CustomFields::valueSize).sum();
            case BigDecimal number -> digits(number);
            case BigInteger number -> digits(new BigDecimal(number));
            default -> value.toString().length();
        };
    }

    /** Written out: the database keeps 1E+90 as 91 digits. */
    private static int digits(BigDecimal number) {
        return AROUND_TEXT
                + Math.max(number.precision(), Math.max(number.precision() - number.scale(), number.scale()));
    }

    private static int textSize(String text) {
        return text.chars().map(CustomFields::characterSize).sum();
    }

    /** Each half of a surrogate pair counts for half of the pair's four bytes. */
    private static int characterSize(int character) {
        if (character < ' ') {
            return 6;
        }
        if (character == '"' || character == '\\') {
            return 2;
        }
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 || Character.isSurrogate((char) character) ? 2 : 3;
    }
}
