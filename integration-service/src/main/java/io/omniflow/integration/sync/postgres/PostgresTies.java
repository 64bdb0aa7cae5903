package io.omniflow.integration.sync.postgres;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.sync.SyncConfig;
import io.omniflow.integration.sync.Ties;
import io.omniflow.integration.sync.domain.TicketNews;
import io.omniflow.integration.sync.domain.Tie;
import io.omniflow.integration.sync.domain.TiedLink;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

@ApplicationScoped
class PostgresTies implements Ties {
    /** The first reading is left to chance within the usual pause, so that many links made at once are not read at once. */
    private static final String BEGIN = """
            insert into issue_tie (workspace_id, link_id, ticket_id, ticket_version, tie, next_read_at)
            select workspace_id, id, ticket_id, $4, case when target is null then $5::jsonb else $6::jsonb end,
              now() + random() * $7::double precision * interval '1 second'
            from link where workspace_id = $1 and id = $2 and command = $3
            on conflict (workspace_id, link_id) do update
              set ticket_version = excluded.ticket_version, tie = excluded.tie, next_read_at = excluded.next_read_at
            """;

    private static final String LINKS = """
            select t.workspace_id, t.link_id, t.ticket_id, t.ticket_version, t.tie, l.connection_id, l.state, c.sync
            from issue_tie t
            join link l on l.workspace_id = t.workspace_id and l.id = t.link_id
            left join connection c on c.workspace_id = l.workspace_id and c.id = l.connection_id
            """;
    private static final String OF_TICKETS = LINKS + """
            join (select distinct * from unnest($1::uuid[], $2::uuid[])) as asked (workspace_id, ticket_id)
              on t.workspace_id = asked.workspace_id and t.ticket_id = asked.ticket_id
            order by t.workspace_id, t.link_id
            for update of t
            """;
    private static final String ONE = LINKS + " where t.workspace_id = $1 and t.link_id = $2";
    private static final String OF_ISSUE =
            LINKS + " where l.workspace_id = $1 and l.connection_id = $2 and l.external_id = $3 order by t.link_id";
    private static final String SAVE =
            "update issue_tie set tie = $3, ticket_version = $4 where workspace_id = $1 and link_id = $2";
    /** Of all workspaces: the sweep is the service's own. */
    private static final String TAKE_DUE =
            """
            with due as (
              select workspace_id, link_id from issue_tie
              where next_read_at <= $1 order by next_read_at limit $3 for update skip locked),
            taken as (
              update issue_tie d set next_read_at = $2 from due
              where d.workspace_id = due.workspace_id and d.link_id = due.link_id)
            """ + LINKS + " join due on t.workspace_id = due.workspace_id and t.link_id = due.link_id";

    private static final String REMEMBER = "insert into issue_comment (workspace_id, link_id, comment_id)"
            + " values ($1, $2, $3) on conflict do nothing";

    private final Pool pool;
    private final SyncConfig config;

    PostgresTies(Pool pool, SyncConfig config) {
        this.pool = pool;
        this.config = config;
    }

    @Override
    public Uni<Void> begin(SqlClient transaction, TicketNews.Reported reported) {
        return transaction
                .preparedQuery(BEGIN)
                .execute(Tuple.tuple()
                        .addUUID(reported.workspace().value())
                        .addUUID(reported.link().value())
                        .addUUID(reported.question())
                        .addLong(reported.version())
                        .addJsonObject(TieRows.json(Tie.made(reported.status(), reported.at())))
                        .addJsonObject(TieRows.json(Tie.found(reported.status(), reported.at())))
                        .addDouble((double) config.readEvery().toSeconds()))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<TiedLink>> ofTicketsForChange(SqlClient transaction, Collection<TicketNews> news) {
        UUID[] workspaces = news.stream().map(one -> one.workspace().value()).toArray(UUID[]::new);
        UUID[] tickets = news.stream().map(TicketNews::ticketId).toArray(UUID[]::new);
        return transaction
                .preparedQuery(OF_TICKETS)
                .execute(Tuple.of(workspaces, tickets))
                .map(PostgresTies::all);
    }

    @Override
    public Uni<Optional<TiedLink>> findForChange(SqlClient transaction, WorkspaceId workspace, LinkId link) {
        return transaction
                .preparedQuery(ONE + " for update of t")
                .execute(Tuple.of(workspace.value(), link.value()))
                .map(rows -> all(rows).stream().findFirst());
    }

    @Override
    public Uni<Optional<TiedLink>> find(WorkspaceId workspace, LinkId link) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(workspace.value(), link.value()))
                .map(rows -> all(rows).stream().findFirst());
    }

    @Override
    public Uni<Void> save(SqlClient transaction, Collection<TiedLink> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<Tuple> rows = changed.stream()
                .map(link -> Tuple.of(
                        link.workspace().value(), link.id().value(), TieRows.json(link.tie()), link.ticketVersion()))
                .toList();
        return transaction.preparedQuery(SAVE).executeBatch(rows).replaceWithVoid();
    }

    @Override
    public Uni<List<TiedLink>> ofIssue(
            SqlClient transaction, WorkspaceId workspace, ConnectionId connection, String issueId) {
        return transaction
                .preparedQuery(OF_ISSUE)
                .execute(Tuple.of(workspace.value(), connection.value(), issueId))
                .map(PostgresTies::all);
    }

    @Override
    public Uni<List<TiedLink>> takeDue(SqlClient transaction, Instant now, Instant next, int most) {
        return transaction
                .preparedQuery(TAKE_DUE)
                .execute(Tuple.of(utc(now), utc(next), most))
                .map(PostgresTies::all);
    }

    @Override
    public Uni<Boolean> rememberComment(SqlClient transaction, WorkspaceId workspace, LinkId link, String commentId) {
        return transaction
                .preparedQuery(REMEMBER)
                .execute(Tuple.of(workspace.value(), link.value(), commentId))
                .map(rows -> rows.rowCount() == 1);
    }

    private static List<TiedLink> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(TieRows::link)
                .toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
