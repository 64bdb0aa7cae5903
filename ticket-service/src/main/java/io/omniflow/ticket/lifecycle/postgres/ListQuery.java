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
    /** A page behind a place: statements, each to be run if those before it gave fewer tickets than the limit. */
    static List<ListQuery> page(
            WorkspaceId workspace,
            TicketFilter filter,
            TicketOrder order,
            TicketOrder.@Nullable Place behind,
            int limit) {
        return OrderSql.parts(order, behind).stream()
                .map(part -> part(part, workspace, filter, order, behind, limit))
                .toList();
    }

    private static ListQuery part(
            OrderSql.Part part,
            WorkspaceId workspace,
            TicketFilter filter,
            TicketOrder order,
            TicketOrder.@Nullable Place behind,
            int limit) {
        SqlValues values = new SqlValues(workspace);
        RangeSql range = new OrderSql(order, filter, values).range(part, behind);
        Search search = Search.of(
                filter,
                values,
                0,
                range.from().beside(),
                order.key() == TicketOrder.Key.SLA_DUE ? FilterSql.States.APART : FilterSql.States.LOOKED_UP);
        // as a parameter it would be a reason for the server to plan each time anew
        boolean settled = part == OrderSql.Part.KEYED
                && search.words() == null
                && search.filter().isOneRange(order.key());
        String most = settled ? Integer.toString(limit) : values.add(limit);
        String lookups = with(search.lookups(WordsSql.Reading.A_PAGE, most));
        String page = " from (" + range.page(search, most) + ") t";
        String shown = range.givesClocks(search)
                ? PostgresShownTickets.show("t.summary") + page
                : PostgresShownTickets.show("s.summary") + page + PostgresShownTickets.SLA;
        return new ListQuery(lookups + shown + " order by " + OrderSql.sorted(order, "t"), values.tuple());
    }

    /** Those among some tickets that match, in no order. */
    static ListQuery among(WorkspaceId workspace, TicketFilter filter, Collection<UUID> ids) {
        SqlValues values = new SqlValues(workspace);
        Search search = Search.of(filter, values, 0, BesideSql.Place.TICKET, FilterSql.States.JOINED);
        String one = "t.id = any(" + values.add(ids.toArray(UUID[]::new)) + "::uuid[])";
        String sql = with(search.lookups(WordsSql.Reading.SOME, "1")) + PostgresShownTickets.show("s.summary")
                + " from ("
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
            Search search = Search.of(filter, values, counts.size(), BesideSql.Place.TICKET, FilterSql.States.JOINED);
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
        static Search of(
                TicketFilter filter, SqlValues values, int number, BesideSql.Place place, FilterSql.States states) {
            return new Search(FilterSql.of(filter, values, place, states), WordsSql.of(filter, values, number));
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
