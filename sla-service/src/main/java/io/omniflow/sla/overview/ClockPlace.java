package io.omniflow.sla.overview;

import io.omniflow.kit.paging.Cursors;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of clocks ended; {@code metric} as it stands in rows. */
record ClockPlace(Instant at, UUID ticketId, String metric, int cycle) {

    /** Null for none. */
    static @Nullable ClockPlace read(@Nullable String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return null;
        }
        List<String> parts = Cursors.decode(cursor, 4);
        try {
            return new ClockPlace(
                    Instant.ofEpochSecond(
                            Math.floorDiv(Cursors.number(parts.get(0)), 1_000_000L),
                            Math.floorMod(Cursors.number(parts.get(0)), 1_000_000L) * 1_000L),
                    Cursors.uuid(parts.get(1)),
                    parts.get(2),
                    Math.toIntExact(Cursors.number(parts.get(3))));
        } catch (DateTimeException | ArithmeticException beyond) {
            RuntimeException problem = Cursors.refused();
            problem.addSuppressed(beyond);
            throw problem;
        }
    }

    /** In microseconds, as the database keeps instants. */
    String cursor() {
        long micros = at.getEpochSecond() * 1_000_000L + at.getNano() / 1_000L;
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
