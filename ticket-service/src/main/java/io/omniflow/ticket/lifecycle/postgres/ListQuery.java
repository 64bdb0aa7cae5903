package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of tickets as SQL: ranges of one index for the order, cut before anything is joined for show. */
record ListQuery(String sql, Tuple parameters) {
    /** One page, behind a place. */
    static ListQuery of(
            WorkspaceId workspace,
            TicketFilter filter,
            TicketOrder order,
            TicketOrder.@Nullable Place behind,
            int limit) {
        SqlValues values = new SqlValues(workspace);
        Search search = Search.of(
                filter,
                values,
                0,
                order.key() == TicketOrder.Key.SLA_DUE ? FilterSql.Clocks.APART : FilterSql.Clocks.LOOKED_UP);
        String most = values.add(limit);
        List<String> with = new ArrayList<>(search.lookups(WordsSql.Reading.A_PAGE, most));
        List<OrderSql.Range> ranges = OrderSql.of(order, filter, values).ranges(behind);
        String page = ranges.getFirst().page(search, most, "");
        if (ranges.size() > 1) {
            with.add("first as materialized (" + page + ")");
            String rest = ranges.get(1).page(search, most, "(select count(*) from first) < " + most);
            page = "select * from (select * from first union all (" + rest + ")) p order by "
                    + OrderSql.sorted(order, "p") + " limit " + most;
        }
        String sql = with(with) + PostgresShownTickets.SHOW + " from (" + page + ") t" + PostgresShownTickets.SLA
                + " order by " + OrderSql.sorted(order, "t");
        return new ListQuery(sql, values.tuple());
    }

    /** Those among some tickets that match, in no order. */
    static ListQuery among(WorkspaceId workspace, TicketFilter filter, Collection<UUID> ids) {
        SqlValues values = new SqlValues(workspace);
        Search search = Search.of(filter, values, 0, FilterSql.Clocks.JOINED);
        String one = "t.id = any(" + values.add(ids.toArray(UUID[]::new)) + "::uuid[])";
        String sql = with(search.lookups(WordsSql.Reading.SOME, "1")) + PostgresShownTickets.SHOW + " from ("
                + search.each(WordsSql.Reading.SOME, where -> "select t.* from ticket t where " + one + " and " + where)
                + ") t" + PostgresShownTickets.SLA;
        return new ListQuery(sql, values.tuple());
    }

    /** One row with a count a filter, none above {@code most + 1}. */
    static ListQuery counts(WorkspaceId workspace, List<TicketFilter> filters, int most) {
        SqlValues values = new SqlValues(workspace);
        String enough = values.add(most + 1);
        List<String> with = new ArrayList<>();
        List<String> counts = new ArrayList<>();
        for (TicketFilter filter : filters) {
            Search search = Search.of(filter, values, counts.size(), FilterSql.Clocks.JOINED);
            with.addAll(search.lookups(WordsSql.Reading.ALL, enough));
            counts.add("(select count(*) from (" + counted(search, enough) + " limit " + enough + ") c)");
        }
        return new ListQuery(with(with) + "select " + String.join(", ", counts), values.tuple());
    }

    private static String counted(Search search, String enough) {
        String all =
                search.each(WordsSql.Reading.ALL, where -> "select t.workspace_id, t.id from ticket t where " + where);
        if (search.words() == null) {
            return all;
        }
        String walked = "select t.workspace_id, t.id from ticket t where " + search.conditionsWithoutWords() + " limit "
                + search.words().walk(WordsSql.Reading.ALL);
        return search.words().countedFirst(walked, all, enough);
    }

    private static String with(List<String> lookups) {
        return lookups.isEmpty() ? "" : "with " + String.join(", ", lookups) + " ";
    }

    /** What is asked of a ticket: conditions, and the ways to find words. */
    record Search(FilterSql filter, @Nullable WordsSql words) {
        static Search of(TicketFilter filter, SqlValues values, int number, FilterSql.Clocks clocks) {
            return new Search(FilterSql.of(filter, values, clocks), WordsSql.of(filter, values, number));
        }

        String conditionsWithoutWords() {
            return filter.conditions();
        }

        List<String> lookups(WordsSql.Reading reading, String page) {
            return words == null ? List.of() : words.lookups(reading, page);
        }

        /** One select for each way, of which at most one gives rows. */
        String each(WordsSql.Reading reading, UnaryOperator<String> select) {
            String where = conditionsWithoutWords();
            if (words == null) {
                return select.apply(where);
            }
            return words.branches(reading).stream()
                    .map(branch -> "(" + select.apply(where + " and " + branch) + ")")
                    .collect(Collectors.joining(" union all "));
        }
    }
}
