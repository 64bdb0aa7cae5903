package io.omniflow.merge.audit.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Search;
import io.vertx.mutiny.sqlclient.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * A search as one statement that holds only the conditions asked for, so that each has a plan of its own. There are few
 * such statements; each stays prepared.
 */
record SearchSql(String text, Tuple parameters) {

    static SearchSql of(WorkspaceId workspace, Search search, Search.@Nullable Place below, int limit) {
        Tuple parameters = Tuple.of(workspace.value());
        StringBuilder sql =
                new StringBuilder(EntryColumns.SELECT).append(" from audit_entry e where e.workspace_id = $1");
        add(sql, parameters, " and e.ticket_id = ", search.ticketId());
        add(sql, parameters, " and e.actor = ", search.actor());
        add(sql, parameters, " and e.kind = ", search.kind());
        add(sql, parameters, " and e.merge_id = ", search.mergeId());
        add(sql, parameters, " and e.at >= ", search.from() == null ? null : Columns.utc(search.from()));
        add(sql, parameters, " and e.at < ", search.to() == null ? null : Columns.utc(search.to()));
        switch (search.order()) {
            case CHAIN -> {
                add(sql, parameters, " and e.sequence < ", below == null ? null : below.sequence());
                sql.append(" order by e.sequence desc");
            }
            case TIME -> {
                if (below != null) {
                    add(sql, parameters, " and (e.at, e.sequence) < (", Columns.utc(below.at()));
                    add(sql, parameters, ", ", below.sequence());
                    sql.append(')');
                }
                sql.append(" order by e.at desc, e.sequence desc");
            }
        }
        add(sql, parameters, " limit ", limit);
        return new SearchSql(sql.toString(), parameters);
    }

    private static void add(StringBuilder sql, Tuple parameters, String condition, @Nullable Object value) {
        if (value != null) {
            parameters.addValue(value);
            sql.append(condition).append('$').append(parameters.size());
        }
    }
}
