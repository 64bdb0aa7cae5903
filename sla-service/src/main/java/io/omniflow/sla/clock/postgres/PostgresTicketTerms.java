package io.omniflow.sla.clock.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.Reapplication;
import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.clock.TicketTerms;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Where tickets stand, as columns of {@code ticket} and rows of {@code ticket_terms}. */
@ApplicationScoped
class PostgresTicketTerms implements TicketTerms {
    private static final String STANDING =
            "select workspace_id, ticket_id, policy_id, policy_version, circumstances from ticket";

    private static final String OTHERS = STANDING + """
             where workspace_id = $1 and ticket_id = any($2) and terms_revision <> $3 and circumstances is not null
            order by ticket_id
            for update
            """;

    private static final String UNRESOLVED = STANDING + """
             where workspace_id = $1 and ($2::uuid is null or ticket_id > $2) and terms_revision <> $3
                and status in ('open', 'in_progress', 'waiting')
            order by ticket_id
            limit $4
            for update
            """;

    /** Twice in one millisecond: the later revision holds. */
    private static final String REAPPLY = """
            insert into ticket_terms as t (workspace_id, ticket_id, at, revision)
            select workspace_id, ticket_id, $3, $4
            from unnest($1::uuid[], $2::uuid[]) as k(workspace_id, ticket_id)
            order by workspace_id, ticket_id
            on conflict (workspace_id, ticket_id, at) do update set revision = greatest(t.revision, excluded.revision)
            """;

    @Override
    public Uni<List<Standing>> lockOthers(
            SqlConnection transaction, WorkspaceId workspace, Collection<UUID> tickets, int revision) {
        return transaction
                .preparedQuery(OTHERS)
                .execute(Tuple.of(workspace.value(), tickets.toArray(UUID[]::new), revision))
                .map(PostgresTicketTerms::standings);
    }

    @Override
    public Uni<List<Standing>> lockUnresolved(
            SqlConnection transaction, WorkspaceId workspace, @Nullable UUID after, int revision, int limit) {
        return transaction
                .preparedQuery(UNRESOLVED)
                .execute(Tuple.of(workspace.value(), after, revision, limit))
                .map(PostgresTicketTerms::standings);
    }

    @Override
    public Uni<Void> reapply(SqlConnection transaction, Collection<TicketKey> tickets, Reapplication reapplication) {
        return transaction
                .preparedQuery(REAPPLY)
                .execute(Tuple.of(
                        tickets.stream().map(key -> key.workspace().value()).toArray(UUID[]::new),
                        tickets.stream().map(TicketKey::ticket).toArray(UUID[]::new),
                        reapplication.at().atOffset(ZoneOffset.UTC),
                        reapplication.revision()))
                .replaceWithVoid();
    }

    private static List<Standing> standings(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Standing(
                        FactRows.key(row),
                        new PolicyRef(row.getUUID("policy_id"), row.getInteger("policy_version")),
                        CircumstancesJson.read(row.getJsonObject("circumstances"))))
                .toList();
    }
}
