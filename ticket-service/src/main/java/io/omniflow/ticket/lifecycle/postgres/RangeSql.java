package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.ticket.lifecycle.TicketOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A range of an index as SQL.
 *
 * @param keys the columns that sort there
 * @param id the column of the ticket's id there
 * @param condition what else holds; starts with {@code and}, or is empty
 */
record RangeSql(TicketOrder order, SqlValues values, From from, List<String> keys, String id, String condition) {
    private static final String NOT_FILLED = " and not (select yes from filled)";
    private static final int WALK = 2_500;

    /** What is read along the order. */
    enum From {
        TICKETS("ticket t"),
        CLOCKS("ticket_sla s join ticket t on t.workspace_id = s.workspace_id and t.id = s.ticket_id"),
        FIELDS("ticket_field f join ticket t on t.workspace_id = f.workspace_id and t.id = f.ticket_id");

        private final String sql;

        From(String sql) {
            this.sql = sql;
        }

        /** Where it stands what status, priority, assignee and team a ticket has. */
        BesideSql.Place beside() {
            return this == CLOCKS ? BesideSql.Place.CLOCKS : BesideSql.Place.TICKET;
        }
    }

    /** Whether the rows of {@link #page} have the {@code summary} of the clocks. */
    boolean givesClocks(ListQuery.Search search) {
        return from == From.CLOCKS && search.words() == null && search.filter().asksNothingOfTicket();
    }

    /** Rows of a table t with a {@code sort_key0} and so on, in order. */
    String page(ListQuery.Search search, String limit) {
        @Nullable WordsSql words = search.words();
        if (words != null) {
            String walked = rows(search.conditionsWithoutWords(), words.walk(WordsSql.Reading.A_PAGE));
            String lookedUp = search.each(WordsSql.Reading.A_PAGE, where -> rows(where, limit));
            return words.walkedFirst(walked, keys.size(), lookedUp, limit) + " order by " + OrderSql.sorted(order, "b")
                    + " limit " + limit;
        }
        if (givesClocks(search)) {
            return beforeTickets(
                    "s.ticket_id as id, s.next_due_at as sort_key0, s.summary",
                    "ticket_sla s where " + search.conditionsWithoutWords(),
                    ", w.summary",
                    limit);
        }
        if (isOfTagsRows() && search.filter().isOneTag()) {
            return beforeTickets("t.id, t.updated_at as sort_key0", tagged(search.filter()), "", limit);
        }
        // the rows along the order are read as far as the page needs, and counted only where it was not filled
        return walk(search.filter(), limit)
                .map(walk -> "with along as materialized (" + walk.along() + " limit " + WALK
                        + "), walked as materialized (" + walk.met() + "), filled as materialized (select case"
                        + " when (select count(*) from walked) >= " + limit
                        + " then true else (select count(*) from along) < " + WALK + " end as yes)"
                        + " select * from (select * from walked where (select yes from filled) union all ("
                        + rows(search.conditionsWithoutWords() + NOT_FILLED, limit) + ")) b order by "
                        + OrderSql.sorted(order, "b") + " limit " + limit)
                .orElseGet(() -> rows(search.conditionsWithoutWords(), limit));
    }

    /** The page is cut before any ticket is read. */
    private String beforeTickets(String columns, String along, String more, String limit) {
        return "select t.*, w.sort_key0" + more + " from (select " + columns + " from " + along + condition + sorting()
                + " limit " + limit + ") w join ticket t on t.workspace_id = $1 and t.id = w.id";
    }

    private boolean isOfTagsRows() {
        return from == From.TICKETS && order.key() == TicketOrder.Key.UPDATED;
    }

    /** Under the name of the tickets they stand for, of which they tell what the order is about. */
    private String tagged(FilterSql filter) {
        return "(select updated_at, ticket_id as id from ticket_tag where workspace_id = $1 and tag = "
                + values.add(filter.tag().orElseThrow()) + ") t where true";
    }

    /** @param met those of the rows {@code along} the order that are asked for */
    private record Walk(String along, String met) {}

    /**
     * A walk along the order that gives up after {@value #WALK} rows, where the planner would rather sort all there are: it
     * thinks that tags, states, due times and what the ticket itself tells have nothing to do with each other. One that came
     * to the end before has met all there is.
     */
    private Optional<Walk> walk(FilterSql filter, String limit) {
        if (from == From.CLOCKS && filter.isBroad()) {
            return Optional.of(walk(
                    "s.ticket_id as id, s.next_due_at as key0",
                    "ticket_sla s where " + filter.beside() + condition,
                    "true",
                    filter.ofTicket(),
                    limit));
        }
        if (isOfTagsRows() && filter.tag().isPresent()) {
            return Optional.of(walk(
                    "t.id, t.updated_at as key0",
                    tagged(filter) + condition,
                    "true",
                    filter.ofTicket() + filter.ofClocks(),
                    limit));
        }
        if (from == From.TICKETS && keys.size() == 1 && filter.walksForStates()) {
            return Optional.of(walk(
                    "t.id, " + keys.getFirst() + " as key0",
                    "ticket t where " + filter.ofTicket() + condition,
                    filter.statesOf("w.id"),
                    "t.workspace_id = $1",
                    limit));
        }
        return Optional.empty();
    }

    /**
     * @param along where ids and keys are read from
     * @param first what is asked of a row w of them before its ticket is read
     * @param then what is asked of the ticket t
     */
    private Walk walk(String columns, String along, String first, String then, String limit) {
        String direction = OrderSql.direction(order);
        return new Walk(
                "select " + columns + " from " + along + sorting(),
                "select t.*, w.key0 as sort_key0 from along w cross join lateral (select t.* from ticket t"
                        + " where t.id = w.id and " + then + " offset 0) t where " + first + " order by w.key0"
                        + direction + ", w.id" + direction + " limit " + limit);
    }

    private String sorting() {
        String direction = OrderSql.direction(order);
        return keys.stream().map(key -> key + direction + ", ").collect(Collectors.joining("", " order by ", ""))
                + id
                + direction;
    }

    private String rows(String where, String limit) {
        String shown = IntStream.range(0, keys.size())
                .mapToObj(i -> ", " + keys.get(i) + " as sort_key" + i)
                .collect(Collectors.joining());
        return "select t.*" + shown + " from " + from.sql + " where " + where + condition + sorting() + " limit "
                + limit;
    }
}
