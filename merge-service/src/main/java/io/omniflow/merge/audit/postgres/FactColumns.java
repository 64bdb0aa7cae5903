package io.omniflow.merge.audit.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Fact;
import io.vertx.mutiny.sqlclient.Row;
import java.util.function.Function;

/** The columns that the queue and the log share. */
final class FactColumns {
    static final String NAMES =
            "workspace_id, id, ticket_id, kind, actor, at, service, merge_id, correlation_id, payload";

    private FactColumns() {}

    static <T> void addTo(Columns<T> columns, Function<T, Fact> fact) {
        columns.ids(row -> fact.apply(row).workspace().value())
                .ids(row -> fact.apply(row).id())
                .ids(row -> fact.apply(row).ticketId())
                .texts(row -> fact.apply(row).kind())
                .texts(row -> fact.apply(row).actor())
                .instants(row -> fact.apply(row).at())
                .texts(row -> fact.apply(row).service())
                .ids(row -> fact.apply(row).mergeId())
                .texts(row -> fact.apply(row).correlationId())
                .texts(row -> fact.apply(row).payload());
    }

    static Fact read(Row row) {
        return new Fact(
                new WorkspaceId(row.getUUID("workspace_id")),
                row.getUUID("id"),
                row.getUUID("ticket_id"),
                row.getString("kind"),
                row.getString("actor"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("service"),
                row.getUUID("merge_id"),
                row.getString("correlation_id"),
                row.getString("payload"));
    }
}
