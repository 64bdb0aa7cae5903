package io.omniflow.ticket.lifecycle.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.ShownTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketFilter;
import io.omniflow.ticket.lifecycle.TicketOrder;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads tickets together with the read models, one statement a request. */
@ApplicationScoped
class PostgresShownTickets implements ShownTickets {
    static final String NO_SLA = "{\"state\":\"none\",\"nextDueAt\":null,\"firstResponse\":null,\"resolution\":null,"
            + "\"nextResponse\":null}";

    /** What the summary of clocks that nobody has told anything of yet lacks. */
    private static final Map<String, @Nullable Object> NO_CLOCKS = new JsonObject(NO_SLA).getMap();

    /** Where its columns stand, behind those of a ticket. */
    private static final int SUMMARY = 21;

    private static final int LINKS = 22;

    static final String SLA = " left join ticket_sla s on s.workspace_id = t.workspace_id and s.ticket_id = t.id";

    private static final String BY_ID =
            show("s.summary") + " from ticket t" + SLA + " where t.workspace_id = $1 and t.id = $2";
    private static final String BY_NUMBER =
            show("s.summary") + " from ticket t" + SLA + " where t.workspace_id = $1 and t.number = $2";

    private final Pool pool;

    PostgresShownTickets(Pool pool) {
        this.pool = pool;
    }

    /**
     * The links of at most a page of tickets are looked up by their primary key, after the page is cut: those of the ticket
     * and of what is merged into it; null for none.
     *
     * @param summary where that of the clocks stands
     */
    static String show(String summary) {
        return "select " + TicketRows.COLUMNS + ", " + summary + " as sla, (select"
                + " jsonb_agg(jsonb_build_object('system', l.system,"
                + " 'key', l.key, 'url', l.url, 'state', l.state) order"
                + " by l.link_id) from (select t.id union all select"
                + " m.source_id from merged_ticket m where"
                + " m.workspace_id = t.workspace_id and"
                + " m.destination_id = t.id) part(id) join ticket_link"
                + " l on l.workspace_id = t.workspace_id and"
                + " l.ticket_id = part.id and not l.removed) as links";
    }

    @Override
    public Uni<Optional<ShownTicket>> find(WorkspaceId workspace, TicketRef ref) {
        return find(pool, workspace, ref);
    }

    @Override
    public Uni<Optional<ShownTicket>> find(SqlClient client, WorkspaceId workspace, TicketRef ref) {
        Uni<RowSet<Row>> found =
                switch (ref) {
                    case TicketRef.ById byId ->
                        client.preparedQuery(BY_ID)
                                .execute(Tuple.of(workspace.value(), byId.id().value()));
                    case TicketRef.ByNumber byNumber ->
                        client.preparedQuery(BY_NUMBER).execute(Tuple.of(workspace.value(), byNumber.number()));
                };
        return found.map(rows -> shown(rows).stream().findFirst());
    }

    @Override
    public Uni<List<ShownTicket>> matching(
            WorkspaceId workspace,
            TicketFilter filter,
            TicketOrder order,
            TicketOrder.@Nullable Place behind,
            int limit) {
        return matching(ListQuery.page(workspace, filter, order, behind, limit), limit, List.of());
    }

    /** What got or lost its due time between two statements is shown once. */
    private Uni<List<ShownTicket>> matching(List<ListQuery> statements, int limit, List<ShownTicket> before) {
        ListQuery query = statements.getFirst();
        return pool.preparedQuery(query.sql())
                .execute(query.parameters())
                .map(rows -> Stream.concat(before.stream(), shown(rows).stream().filter(found -> before.stream()
                                .noneMatch(other -> other.ticket()
                                        .id()
                                        .equals(found.ticket().id()))))
                        .limit(limit)
                        .toList())
                .flatMap(tickets -> tickets.size() == limit || statements.size() == 1
                        ? Uni.createFrom().item(tickets)
                        : matching(statements.subList(1, statements.size()), limit, tickets));
    }

    @Override
    public Uni<List<ShownTicket>> matchingAmong(WorkspaceId workspace, TicketFilter filter, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        ListQuery query = ListQuery.among(workspace, filter, ids);
        return pool.preparedQuery(query.sql()).execute(query.parameters()).map(PostgresShownTickets::shown);
    }

    @Override
    public Uni<List<Long>> count(WorkspaceId workspace, List<TicketFilter> filters, int most) {
        if (filters.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        ListQuery query = ListQuery.counts(workspace, filters, most);
        return pool.preparedQuery(query.sql()).execute(query.parameters()).map(rows -> {
            Row row = rows.iterator().next();
            return IntStream.range(0, row.size()).mapToObj(row::getLong).toList();
        });
    }

    private static List<ShownTicket> shown(RowSet<Row> rows) {
        List<ShownTicket> tickets = new ArrayList<>(rows.size());
        rows.forEach(row -> tickets.add(new ShownTicket(
                TicketRows.ticket(row), sla(row.getJsonObject(SUMMARY)), links(row.getJsonArray(LINKS)))));
        return tickets;
    }

    private static Map<String, Object> sla(@Nullable JsonObject summary) {
        Map<String, Object> sla = new HashMap<>(NO_CLOCKS);
        if (summary != null) {
            sla.putAll(summary.getMap());
        }
        return sla;
    }

    private static List<ShownTicket.ShownLink> links(@Nullable JsonArray stored) {
        if (stored == null) {
            return List.of();
        }
        List<ShownTicket.ShownLink> links = new ArrayList<>(stored.size());
        for (int i = 0; i < stored.size(); i++) {
            JsonObject link = stored.getJsonObject(i);
            links.add(new ShownTicket.ShownLink(
                    link.getString("system"), link.getString("key"), link.getString("url"), link.getString("state")));
        }
        return links;
    }
}
