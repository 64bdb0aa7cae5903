package io.omniflow.sla.overview;

import io.omniflow.kit.paging.Cursors;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of clocks ended; {@code metric} as it stands in rows. */
record ClockPlace(Instant at, UUID ticketId, String metric, int cycle) {
    private static final long MICROS = 1_000_000L;
    /** The year 9999, the last the API's timestamps can say. */
    private static final long LATEST = 253_402_300_799L * MICROS;

    /** Null for none. */
    static @Nullable ClockPlace read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 4);
        long micros = Cursors.number(parts.get(0));
        long cycle = Cursors.number(parts.get(3));
        if (micros < 0 || micros > LATEST || cycle < 0 || cycle > Integer.MAX_VALUE) {
            throw Cursors.refused();
        }
        return new ClockPlace(
                Instant.ofEpochSecond(micros / MICROS, micros % MICROS * 1_000L),
                Cursors.uuid(parts.get(1)),
                parts.get(2),
                (int) cycle);
    }

    /** In microseconds, as the database keeps instants. */
    String cursor() {
        long micros = at.getEpochSecond() * MICROS + at.getNano() / 1_000L;
        return Cursors.encode(String.valueOf(micros), ticketId.toString(), metric, String.valueOf(cycle));
    }

    /** Four values: instant, ticket, metric, cycle; nulls at the beginning of a list. */
    static void bind(Tuple values, @Nullable ClockPlace after) {
        values.addOffsetDateTime(after == null ? null : utc(after.at()))
                .addUUID(after == null ? null : after.ticketId())
                .addString(after == null ? null : after.metric())
                .addInteger(after == null ? null : after.cycle());
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
