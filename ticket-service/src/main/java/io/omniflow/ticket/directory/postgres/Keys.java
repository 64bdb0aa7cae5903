package io.omniflow.ticket.directory.postgres;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Texts in the form they are compared in, and the values that rows begin with. */
final class Keys {
    /** Before every id that is made here. */
    static final UUID FIRST = new UUID(0, 0);

    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private Keys() {}

    static String text(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    static @Nullable String optionalText(@Nullable String text) {
        return text == null ? null : text(text);
    }

    /** Digits, behind a plus where the number is international; null where there are none. */
    static @Nullable String phone(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        String digits = phone.replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (phone.strip().startsWith("+")) {
            return "+" + digits;
        }
        return digits.startsWith("00") ? "+" + digits.substring(2) : digits;
    }

    /** In the collation of the keys, the end of the range of texts that begin with this one. */
    static String endOf(String prefix) {
        return prefix + LAST_CHARACTER;
    }

    static Set<UUID> ids(RowSet<Row> rows) {
        Set<UUID> ids = new HashSet<>();
        rows.forEach(row -> ids.add(row.getUUID("id")));
        return ids;
    }

    static Map<String, UUID> idsByName(RowSet<Row> rows) {
        Map<String, UUID> ids = new HashMap<>();
        rows.forEach(row -> ids.put(row.getString("name"), row.getUUID("id")));
        return ids;
    }

    static @Nullable OffsetDateTime time(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }

    static Instant time(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static @Nullable Instant optionalTime(Row row, String column) {
        @Nullable OffsetDateTime time = row.getOffsetDateTime(column);
        return time == null ? null : time.toInstant();
    }
}
