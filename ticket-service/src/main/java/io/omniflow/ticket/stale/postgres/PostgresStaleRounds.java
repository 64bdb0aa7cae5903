package io.omniflow.ticket.stale.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.stale.StaleRounds;
import io.omniflow.ticket.stale.domain.Round;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresStaleRounds implements StaleRounds {
    /**
     * A wait begins with the last fact that is not a machine's, and no sooner than the ticket came to its status. Whoever is
     * neither a service nor a rule counts as somebody.
     */
    private static final String ROUND = """
            with fact as materialized (
                select sequence, kind, data,
                    kind <> 'stale_pinged' and (kind in ('created', 'status_changed', 'merge_undone', 'imported')
                        or actor !~ '^(system|automation):') as begins
                from timeline
                where workspace_id = $1 and ticket_id = $2 and service = 'ticket-service' and sequence is not null
            ), round as (
                select coalesce(max(sequence) filter (where begins), 0) as start from fact
            )
            select max((data ->> 'graceUntil')::timestamptz) filter (where sequence > round.start) as grace_until,
                count(*) as pings
            from fact, round
            where kind = 'stale_pinged'
            """;

    private static final String REACHABLE = """
            select
                (select a.id from agent a where a.workspace_id = $1 and a.id = $2 and a.active) as assignee,
                (select a.id from team t join agent a on a.workspace_id = t.workspace_id and a.id = t.lead_id
                    where t.workspace_id = $1 and t.id = $3 and a.active) as lead
            """;

    @Override
    public Uni<Round> of(SqlConnection transaction, WorkspaceId workspace, TicketId ticket) {
        return transaction
                .preparedQuery(ROUND)
                .execute(Tuple.of(workspace.value(), ticket.value()))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    @Nullable OffsetDateTime until = row.getOffsetDateTime("grace_until");
                    return new Round(
                            until == null ? null : until.toInstant(),
                            row.getLong("pings") > 0 ? Round.Earlier.PINGED : Round.Earlier.NEVER);
                });
    }

    @Override
    public Uni<Reachable> reachable(
            SqlConnection transaction, WorkspaceId workspace, @Nullable UUID assignee, @Nullable UUID team) {
        return transaction
                .preparedQuery(REACHABLE)
                .execute(Tuple.of(workspace.value(), assignee, team))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Reachable(
                            Optional.ofNullable(row.getUUID("assignee")), Optional.ofNullable(row.getUUID("lead")));
                });
    }
}
