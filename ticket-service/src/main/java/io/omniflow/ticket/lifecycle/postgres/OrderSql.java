package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.paging.Cursors;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An order as SQL: the ranges of indexes that give it, one behind the other. A list by due time has two, since what has no
 * due time stands last in both directions.
 */
record OrderSql(TicketOrder order, TicketFilter filter, SqlValues values) {
    private static final String TICKETS = "ticket t";
    private static final String BY_DUE =
            "ticket_sla s join ticket t on t.workspace_id = s.workspace_id and t.id = s.ticket_id";

    /** Of the value a page ends with: a text's 200 characters may be pairs. */
    private static final int LONGEST_KEY = 401;

    private static final String NO_DUE = "null::timestamptz";
    /**
     * Not a join: hardly any unsolved ticket is without a due time, which the planner cannot know, and so it would walk
     * through all solved ones for the end of a short list. This way it starts from what the filter leaves.
     */
    private static final String HAS_NO_DUE = " and (select s.next_due_at from ticket_sla s"
            + " where s.workspace_id = t.workspace_id and s.ticket_id = t.id) is null";

    private static final String NOT_FILLED = " and not (select yes from filled)";
    private static final int WALK = 2_500;

    private static final String BY_FIELD =
            "ticket_field f join ticket t on t.workspace_id = f.workspace_id and t.id = f.ticket_id";

    static OrderSql of(TicketOrder order, TicketFilter filter, SqlValues values) {
        return new OrderSql(order, filter, values);
    }

    /** A table or join, the columns that sort there, and what else holds. */
    record Range(OrderSql sql, String from, List<String> keys, String id, String condition) {
        Range(OrderSql sql, String from, String key, String id, String condition) {
            this(sql, from, List.of(key), id, condition);
        }

        /** @param when a condition on the statement as a whole, without which this range is not read; may be empty */
        String page(ListQuery.Search search, String limit, String when) {
            String more = condition + (when.isEmpty() ? "" : " and " + when);
            @Nullable WordsSql words = search.words();
            if (words == null) {
                // the rows along the order are read as far as the page needs, and counted only where it was not filled
                return walk(search, more, limit)
                        .map(walk -> "with along as materialized (" + walk.along() + " limit " + WALK
                                + "), walked as materialized (" + walk.met() + "), filled as materialized (select case"
                                + " when (select count(*) from walked) >= " + limit
                                + " then true else (select count(*) from along) < " + WALK + " end as yes)"
                                + " select * from (select * from walked where (select yes from filled) union all ("
                                + rows(search.conditionsWithoutWords() + more + NOT_FILLED, limit) + ")) b order by "
                                + sorted(sql.order(), "b") + " limit " + limit)
                        .orElseGet(() -> rows(search.conditionsWithoutWords() + more, limit));
            }
            String walked = rows(search.conditionsWithoutWords() + more, words.walk(WordsSql.Reading.A_PAGE));
            String lookedUp = search.each(WordsSql.Reading.A_PAGE, where -> rows(where + more, limit));
            return words.walkedFirst(walked, keys.size(), lookedUp, limit, when) + " order by "
                    + sorted(sql.order(), "b") + " limit " + limit;
        }

        /** @param met those of the rows {@code along} the order that are asked for */
        private record Walk(String along, String met) {}

        /**
         * A walk along the order that gives up after {@value #WALK} rows, where the planner would rather sort all there are:
         * it thinks that tags, states, due times and what the ticket itself tells have nothing to do with each other. One
         * that came to the end before has met all there is.
         */
        private Optional<Walk> walk(ListQuery.Search search, String more, String limit) {
            FilterSql filter = search.filter();
            if (from.equals(BY_DUE) && FilterSql.isBroad(sql.filter())) {
                return Optional.of(
                        walk("s.ticket_id, s.next_due_at as key0", "ticket_sla s where true" + more, filter, limit));
            }
            if (from.equals(TICKETS)
                    && sql.order().key() == TicketOrder.Key.UPDATED
                    && filter.tag().isPresent()) {
                String tag = sql.values().add(filter.tag().get());
                return Optional.of(walk(
                        "t.ticket_id, t.updated_at as key0",
                        "(select workspace_id, updated_at, ticket_id, ticket_id as id from ticket_tag"
                                + " where workspace_id = $1 and tag = " + tag + ") t where true" + more,
                        filter,
                        limit));
            }
            if (from.equals(TICKETS) && !keys.contains(NO_DUE) && filter.asksForStates()) {
                return Optional.of(new Walk(
                        unlimited(filter.ofTicket() + more),
                        "select * from along t where true" + filter.ofClocks() + " order by t.sort_key0"
                                + sql.direction() + ", t.id" + sql.direction() + " limit " + limit));
            }
            return Optional.empty();
        }

        private Walk walk(String columns, String along, FilterSql filter, String limit) {
            return new Walk(
                    "select " + columns + " from " + along + sorting(),
                    "select t.*, w.key0 as sort_key0 from along w cross join lateral (select t.* from ticket t"
                            + " where t.id = w.ticket_id and " + filter.ofTicket() + filter.ofClocks()
                            + " offset 0) t order by w.key0" + sql.direction() + ", w.ticket_id" + sql.direction()
                            + " limit " + limit);
        }

        private String sorting() {
            return keys.stream()
                            .map(key -> key + sql.direction() + ", ")
                            .collect(Collectors.joining("", " order by ", ""))
                    + id
                    + sql.direction();
        }

        private String rows(String where, String limit) {
            return unlimited(where) + " limit " + limit;
        }

        private String unlimited(String where) {
            String shown = IntStream.range(0, keys.size())
                    .mapToObj(i -> ", " + keys.get(i) + " as sort_key" + i)
                    .collect(Collectors.joining());
            return "select t.*" + shown + " from " + from + " where " + where + sorting();
        }
    }

    /** At least one. */
    List<Range> ranges(TicketOrder.@Nullable Place behind) {
        return switch (order.key()) {
            case UPDATED -> List.of(tickets("t.updated_at", behind));
            case CREATED -> List.of(tickets("t.created_at", behind));
            case PRIORITY -> List.of(tickets("t.priority", behind));
            case SLA_DUE -> byDue(behind);
            case FIELD -> byField(behind);
        };
    }

    /** The order of rows with a {@code sort_key0}, of fields a {@code sort_key1} too, and an {@code id}. */
    static String sorted(TicketOrder order, String table) {
        String direction = order.direction() == TicketOrder.Direction.ASCENDING ? " asc" : " desc";
        String second = order.key() == TicketOrder.Key.FIELD ? table + ".sort_key1" + direction + " nulls last, " : "";
        return table + ".sort_key0" + direction + " nulls last, " + second + table + ".id" + direction;
    }

    private List<Range> byField(TicketOrder.@Nullable Place behind) {
        String field = values.add(order.field());
        boolean beyondValues = behind != null && behind.key().isEmpty();
        Range without = new Range(
                this,
                TICKETS,
                List.of("null::numeric", "null::text"),
                "t.id",
                " and (select true from ticket_field f where f.workspace_id = t.workspace_id and f.ticket_id = t.id"
                        + " and f.field = " + field + ") is null"
                        + (behind != null && beyondValues ? " and t.id" + comparison() + values.add(behind.id()) : ""));
        if (beyondValues) {
            return List.of(without);
        }
        Range with = new Range(
                this,
                BY_FIELD,
                List.of("f.num", "f.txt"),
                "f.ticket_id",
                " and f.workspace_id = $1 and f.field = " + field + (behind == null ? "" : beyondValue(behind)));
        return List.of(with, without);
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

    private Range tickets(String column, TicketOrder.@Nullable Place behind) {
        return new Range(this, TICKETS, column, "t.id", behind == null ? "" : beyond(column, "t.id", behind));
    }

    private List<Range> byDue(TicketOrder.@Nullable Place behind) {
        String states = states();
        if (behind != null && behind.key().isEmpty()) {
            return List.of(withoutDue(states, comparison() + values.add(behind.id())));
        }
        String place = behind == null ? "" : beyond("s.next_due_at", "s.ticket_id", behind);
        Range with = new Range(
                this,
                BY_DUE,
                "s.next_due_at",
                "s.ticket_id",
                " and s.workspace_id = $1 and s.next_due_at is not null" + states + place);
        return List.of(with, withoutDue(states, ""));
    }

    /** @param beyond the end of a condition on the id; may be empty */
    private Range withoutDue(String states, String beyond) {
        if (states.isEmpty()) {
            return new Range(
                    this, TICKETS, NO_DUE, "t.id", HAS_NO_DUE + (beyond.isEmpty() ? "" : " and t.id" + beyond));
        }
        return new Range(
                this,
                BY_DUE,
                "s.next_due_at",
                "s.ticket_id",
                " and s.workspace_id = $1 and s.next_due_at is null" + states
                        + (beyond.isEmpty() ? "" : " and s.ticket_id" + beyond));
    }

    /** States asked for are a range of the index that leads with them, with and without due times. */
    private String states() {
        StringBuilder states = new StringBuilder();
        for (TicketFilter each = filter; each != null; each = each.within()) {
            if (each.slaStates().size() == 1) {
                states.append(" and s.state = ")
                        .append(values.add(each.slaStates().iterator().next()));
            } else if (!each.slaStates().isEmpty()) {
                states.append(" and s.state = any(")
                        .append(values.add(each.slaStates().toArray(String[]::new)))
                        .append("::text[])");
            }
        }
        return states.toString();
    }

    private String beyond(String column, String id, TicketOrder.Place place) {
        Object key = order.key() == TicketOrder.Key.PRIORITY ? rank(place.key()) : instant(place.key());
        return " and (" + column + ", " + id + ")" + comparison() + "(" + values.add(key) + ", "
                + values.add(place.id()) + ")";
    }

    private String direction() {
        return order.direction() == TicketOrder.Direction.ASCENDING ? " asc" : " desc";
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
