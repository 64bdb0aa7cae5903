package io.omniflow.merge.audit.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Search;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A search as one statement that holds only the conditions asked for, so that each has a plan of its own. There are few
 * such statements; each stays prepared.
 */
record SearchSql(String text, Tuple parameters) {

    static SearchSql newestFirst(WorkspaceId workspace, Search search, Search.@Nullable Place below, int limit) {
        Statement page = new Statement(workspace).matching(search);
        page.beyond(search, "<", below).order(search, " desc").add(" limit ", limit);
        return new SearchSql(EntryColumns.SELECT + page.text, page.parameters);
    }

    /** @param bytes of payloads, after which a page ends early */
    static SearchSql oldestFirst(
            WorkspaceId workspace, Search search, long head, Search.@Nullable Place above, int limit, long bytes) {
        Statement page = new Statement(workspace).matching(search).add(" and e.sequence <= ", head);
        page.beyond(search, ">", above).order(search, "").add(" limit ", limit);
        String counted = "select page.*, sum(octet_length(payload)) over (order by "
                + (search.order() == Search.Order.TIME ? "at, sequence" : "sequence")
                + ") - octet_length(payload) as before from (select e.*" + page.text + ") page";
        Statement cut = new Statement(
                        new StringBuilder(EntryColumns.SELECT)
                                .append(" from (")
                                .append(counted)
                                .append(") e"),
                        page.parameters)
                .add(" where e.before < ", bytes)
                .order(search, "");
        return new SearchSql(cut.text.toString(), cut.parameters);
    }

    private static final class Statement {
        private final StringBuilder text;
        private final Tuple parameters;

        Statement(WorkspaceId workspace) {
            this(new StringBuilder(" from audit_entry e where e.workspace_id = $1"), Tuple.of(workspace.value()));
        }

        private Statement(StringBuilder text, Tuple parameters) {
            this.text = text;
            this.parameters = parameters;
        }

        Statement matching(Search search) {
            return add(" and e.ticket_id = ", search.ticketId())
                    .add(" and e.actor = ", search.actor())
                    .add(" and e.kind = ", search.kind())
                    .add(" and e.service = ", search.service())
                    .add(" and e.merge_id = ", search.mergeId())
                    .add(" and e.correlation_id = ", search.correlationId())
                    .at(" and e.at >= ", search.from())
                    .at(" and e.at < ", search.to())
                    .together(search);
        }

        /**
         * Broad filters of which no entry has all: the planner takes them for independent and would walk the whole of one. This
         * is asked once, before anything else.
         */
        private Statement together(Search search) {
            if (Stream.of(search.actor(), search.service(), search.kind())
                            .filter(Objects::nonNull)
                            .count()
                    < 2) {
                return this;
            }
            text.append(" and exists (select from audit_entry t where t.workspace_id = $1");
            add(" and t.actor = ", search.actor())
                    .add(" and t.service = ", search.service())
                    .add(" and t.kind = ", search.kind());
            text.append(')');
            return this;
        }

        Statement beyond(Search search, String than, Search.@Nullable Place place) {
            if (place == null) {
                return this;
            }
            return switch (search.order()) {
                case CHAIN -> add(" and e.sequence " + than + " ", place.sequence());
                case TIME -> {
                    at(" and (e.at, e.sequence) " + than + " (", place.at()).add(", ", place.sequence());
                    text.append(')');
                    yield this;
                }
            };
        }

        Statement order(Search search, String direction) {
            text.append(
                    switch (search.order()) {
                        case CHAIN -> " order by e.sequence" + direction;
                        case TIME -> " order by e.at" + direction + ", e.sequence" + direction;
                    });
            return this;
        }

        Statement at(String condition, @Nullable Instant time) {
            return add(condition, time == null ? null : Columns.utc(time));
        }

        Statement add(String condition, @Nullable Object value) {
            if (value != null) {
                parameters.addValue(value);
                text.append(condition).append('$').append(parameters.size());
            }
            return this;
        }
    }
}
