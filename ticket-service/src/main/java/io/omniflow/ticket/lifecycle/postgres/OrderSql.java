package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.paging.Cursors;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as SQL: the ranges of indexes that give it, one behind the other. A list by due time or by a field has two, since
 * what has none stands last in both directions.
 */
record OrderSql(TicketOrder order, TicketFilter filter, SqlValues values) {
    /** Of the value a page ends with: a text's 200 characters may be pairs. */
    private static final int LONGEST_KEY = 401;

    private static final String NO_DUE = "null::timestamptz";
    private static final String ANY = " = any(";
    /**
     * Not a join: hardly any unsolved ticket is without a due time, which the planner cannot know, and so it would walk
     * through all solved ones for the end of a short list. This way it starts from what the filter leaves.
     */
    private static final String HAS_NO_DUE = " and (select s.next_due_at from ticket_sla s"
            + " where s.workspace_id = t.workspace_id and s.ticket_id = t.id) is null";

    /** What of a list one statement reads. */
    enum Part {
        KEYED,
        /** Tickets without a due time, or without a value of the field. */
        KEYLESS
    }

    /** Those that stand behind a place, in order; at least one. */
    static List<Part> parts(TicketOrder order, TicketOrder.@Nullable Place behind) {
        return switch (order.key()) {
            case UPDATED, CREATED, PRIORITY -> List.of(Part.KEYED);
            case SLA_DUE, FIELD ->
                behind != null && behind.key().isEmpty() ? List.of(Part.KEYLESS) : List.of(Part.KEYED, Part.KEYLESS);
        };
    }

    RangeSql range(Part part, TicketOrder.@Nullable Place behind) {
        return switch (order.key()) {
            case UPDATED -> tickets("t.updated_at", behind);
            case CREATED -> tickets("t.created_at", behind);
            case PRIORITY -> tickets("t.priority", behind);
            case SLA_DUE -> part == Part.KEYED ? byDue(behind) : withoutDue(idBeyond(behind));
            case FIELD -> part == Part.KEYED ? byField(behind) : withoutField(idBeyond(behind));
        };
    }

    /** The order of rows with a {@code sort_key0}, of fields a {@code sort_key1} too, and an {@code id}. */
    static String sorted(TicketOrder order, String table) {
        String direction = direction(order);
        String second = order.key() == TicketOrder.Key.FIELD ? table + ".sort_key1" + direction + " nulls last, " : "";
        return table + ".sort_key0" + direction + " nulls last, " + second + table + ".id" + direction;
    }

    static String direction(TicketOrder order) {
        return order.direction() == TicketOrder.Direction.ASCENDING ? " asc" : " desc";
    }

    private RangeSql tickets(String column, TicketOrder.@Nullable Place behind) {
        return new RangeSql(
                order,
                values,
                RangeSql.From.TICKETS,
                List.of(column),
                "t.id",
                behind == null ? "" : beyond(column, "t.id", behind));
    }

    private RangeSql byField(TicketOrder.@Nullable Place behind) {
        return new RangeSql(
                order,
                values,
                RangeSql.From.FIELDS,
                List.of("f.num", "f.txt"),
                "f.ticket_id",
                " and f.workspace_id = $1 and f.field = " + values.add(order.field())
                        + (behind == null || behind.key().isEmpty() ? "" : beyondValue(behind)));
    }

    private RangeSql withoutField(String beyond) {
        return new RangeSql(
                order,
                values,
                RangeSql.From.TICKETS,
                List.of("null::numeric", "null::text"),
                "t.id",
                " and (select true from ticket_field f where f.workspace_id = t.workspace_id and f.ticket_id = t.id"
                        + " and f.field = " + values.add(order.field()) + ") is null"
                        + (beyond.isEmpty() ? "" : " and t.id" + beyond));
    }

    private String beyondValue(TicketOrder.Place place) {
        if (place.key().length() > LONGEST_KEY || place.key().indexOf('\0') >= 0) {
            throw Cursors.refused();
        }
        try {
            return " and (f.num, f.txt, f.ticket_id)" + comparison() + "(" + values.add(place.number())
                    + "::numeric, sorted_text(" + values.add(place.text()) + "), " + values.add(place.id()) + ")";
        } catch (NumberFormatException malformed) {
            throw Cursors.refused();
        }
    }

    private RangeSql byDue(TicketOrder.@Nullable Place behind) {
        String place = behind == null ? "" : beyond("s.next_due_at", "s.ticket_id", behind);
        return clocks("s.next_due_at", " and s.next_due_at is not null" + states() + place);
    }

    /** @param beyond the end of a condition on the id; may be empty */
    private RangeSql withoutDue(String beyond) {
        String states = states();
        if (states.isEmpty()) {
            return new RangeSql(
                    order,
                    values,
                    RangeSql.From.TICKETS,
                    List.of(NO_DUE),
                    "t.id",
                    HAS_NO_DUE + (beyond.isEmpty() ? "" : " and t.id" + beyond));
        }
        // one state is a range of its index; several are met soonest in the order of the ids
        return clocks(
                states.contains(ANY) ? NO_DUE : "s.next_due_at",
                " and s.next_due_at is null" + states + (beyond.isEmpty() ? "" : " and s.ticket_id" + beyond));
    }

    private RangeSql clocks(String key, String condition) {
        return new RangeSql(
                order,
                values,
                RangeSql.From.CLOCKS,
                List.of(key),
                "s.ticket_id",
                " and s.workspace_id = $1" + condition);
    }

    /** States asked for are a range of the index that leads with them, with and without due times. */
    private String states() {
        StringBuilder states = new StringBuilder();
        for (TicketFilter each = filter; each != null; each = each.within()) {
            if (each.slaStates().size() == 1) {
                states.append(" and s.state = ")
                        .append(values.add(each.slaStates().iterator().next()));
            } else if (!each.slaStates().isEmpty()) {
                states.append(" and s.state" + ANY)
                        .append(values.add(each.slaStates().toArray(String[]::new)))
                        .append("::text[])");
            }
        }
        return states.toString();
    }

    /** Of the part without keys; a place with a key stands before all of it. */
    private String idBeyond(TicketOrder.@Nullable Place behind) {
        return behind == null || !behind.key().isEmpty() ? "" : comparison() + values.add(behind.id());
    }

    private String beyond(String column, String id, TicketOrder.Place place) {
        Object key = order.key() == TicketOrder.Key.PRIORITY ? rank(place.key()) : instant(place.key());
        return " and (" + column + ", " + id + ")" + comparison() + "(" + values.add(key) + ", "
                + values.add(place.id()) + ")";
    }

    private String comparison() {
        return order.direction() == TicketOrder.Direction.ASCENDING ? " > " : " < ";
    }

    private static OffsetDateTime instant(String text) {
        try {
            return TicketFilter.storable(Instant.parse(text))
                    .orElseThrow(Cursors::refused)
                    .atOffset(ZoneOffset.UTC);
        } catch (DateTimeException malformed) {
            throw Cursors.refused();
        }
    }

    private static short rank(String text) {
        long rank = Cursors.number(text);
        if (rank < 1 || rank > 4) {
            throw Cursors.refused();
        }
        return (short) rank;
    }
}
