package io.omniflow.integration.incoming.postgres;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.incoming.IncomingWebhooks;
import io.omniflow.integration.incoming.Kept;
import io.omniflow.integration.incoming.domain.IncomingState;
import io.omniflow.integration.incoming.domain.IncomingWebhook;
import io.omniflow.integration.incoming.domain.Lane;
import io.omniflow.integration.incoming.domain.WebhookId;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresIncoming implements IncomingWebhooks {
    /** The trace is inserted first; what was known, or has no connection, leaves no row of its own. */
    private static final String KEEP = """
        with home as (
          select 1 from connection where workspace_id = $1 and id = $3),
        fresh as (
          insert into incoming_delivery (workspace_id, connection_id, delivery)
          select $1::uuid, $3::uuid, $12::bytea from home on conflict do nothing returning 1),
        kept as (
          insert into incoming_webhook (workspace_id, id, connection_id, system, delivery_id, state, attempts,
            next_attempt_at, reason, body, received_at, settled_at)
          select $1::uuid, $2::uuid, $3::uuid, $4::text, $5::text, $6::text, 0, $7::timestamptz, $8::text,
            $9::bytea, $10::timestamptz, $11::timestamptz
          from fresh returning 1)
        select (select count(*) from home) as homes, (select count(*) from kept) as kept
        """;
    /** Of all workspaces: the work is the service's own. Each step of the walk is one look into the index. */
    private static final String DUE = """
        with recursive lane as (
          (select workspace_id, connection_id from incoming_webhook where state = 'waiting'
           order by workspace_id, connection_id limit 1)
          union all
          select further.workspace_id, further.connection_id
          from lane cross join lateral (
            select workspace_id, connection_id from incoming_webhook
            where state = 'waiting' and (workspace_id, connection_id) > (lane.workspace_id, lane.connection_id)
            order by workspace_id, connection_id limit 1) further)
        select lane.workspace_id, lane.connection_id
        from lane cross join lateral (
          select next_attempt_at from incoming_webhook w
          where w.workspace_id = lane.workspace_id and w.connection_id = lane.connection_id and w.state = 'waiting'
          order by arrival limit 1) first
        where first.next_attempt_at <= $1
        """;

    private static final String SHOWN = "workspace_id, id, connection_id, system, delivery_id, state, attempts,"
            + " next_attempt_at, reason, octet_length(body) as size, received_at, settled_at";
    /** Ends with the transaction, also with one whose holder was killed. */
    private static final String TAKE_FIRST = "with turn as materialized ("
            + " select pg_try_advisory_xact_lock(hashtextextended('incoming ' || ($2::uuid)::text, 0)) as ours)"
            + " select " + SHOWN + ", body from incoming_webhook"
            + " where workspace_id = $1 and connection_id = $2 and state = 'waiting' and (select ours from turn)"
            + " order by arrival limit 1 for update of incoming_webhook";

    private static final String CHANGE = """
        update incoming_webhook
        set state = $3, attempts = $4, next_attempt_at = $5, reason = $6, settled_at = $7
        where workspace_id = $1 and id = $2
        """;
    private static final String CHANGE_IF_UNCHANGED = CHANGE + " and state = $8 and attempts = $9";
    private static final String FIND = "select " + SHOWN + " from incoming_webhook where workspace_id = $1 and id = $2";
    private static final String LIST =
            "select " + SHOWN + " from incoming_webhook where workspace_id = $1" + " and ($2::uuid is null or id < $2)";
    private static final String OF_CONNECTION = " and connection_id = $4";
    private static final String IN_STATE = " and state = $5";
    private static final String NEWEST_FIRST = " order by id desc limit $3";
    /** Of all workspaces: what is old is old. */
    private static final String FORGET = """
        with old as (
          select workspace_id, id from incoming_webhook
          where received_at < $1 and state <> 'waiting'
          order by received_at limit $2 for update skip locked)
        delete from incoming_webhook w using old where w.workspace_id = old.workspace_id and w.id = old.id
        """;
    /** Of all workspaces. The walk visits each connection once, however much came over it. */
    private static final String FORGET_TRACES = """
        with recursive lane as (
          (select workspace_id, connection_id from incoming_delivery order by workspace_id, connection_id limit 1)
          union all
          select further.workspace_id, further.connection_id
          from lane cross join lateral (
            select workspace_id, connection_id from incoming_delivery
            where (workspace_id, connection_id) > (lane.workspace_id, lane.connection_id)
            order by workspace_id, connection_id limit 1) further),
        gone as (
          select lane.workspace_id, lane.connection_id from lane
          where not exists (select 1 from connection c
            where c.workspace_id = lane.workspace_id and c.id = lane.connection_id)),
        portion as (
          select d.workspace_id, d.connection_id, d.delivery from gone
          join incoming_delivery d using (workspace_id, connection_id) limit $1)
        delete from incoming_delivery d using portion p
        where d.workspace_id = p.workspace_id and d.connection_id = p.connection_id and d.delivery = p.delivery
        """;

    private final Pool pool;

    PostgresIncoming(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Keeping> keep(Kept kept) {
        IncomingWebhook webhook = kept.webhook();
        Tuple columns = key(webhook)
                .addUUID(webhook.connectionId().value())
                .addString(webhook.system().text())
                .addString(webhook.deliveryId())
                .addString(webhook.state().text())
                .addOffsetDateTime(utc(webhook.nextAttemptAt()))
                .addString(webhook.reason())
                .addBuffer(Buffer.buffer(kept.body()))
                .addOffsetDateTime(utc(webhook.receivedAt()))
                .addOffsetDateTime(utc(webhook.settledAt()))
                .addBuffer(Buffer.buffer(digest(webhook.deliveryId())));
        return pool.preparedQuery(KEEP).execute(columns).map(rows -> {
            Row row = rows.iterator().next();
            if (row.getLong("homes") == 0) {
                return Keeping.HOMELESS;
            }
            return row.getLong("kept") == 0 ? Keeping.KNOWN : Keeping.KEPT;
        });
    }

    @Override
    public Uni<List<Lane>> due(Instant now) {
        return pool.preparedQuery(DUE).execute(Tuple.of(utc(now))).map(all(IncomingRows::lane));
    }

    @Override
    public Uni<Optional<Kept>> takeFirst(SqlClient transaction, Lane lane, Instant now) {
        return transaction
                .preparedQuery(TAKE_FIRST)
                .execute(Tuple.of(lane.workspace().value(), lane.connection().value()))
                .map(all(IncomingRows::kept))
                .map(found -> found.stream()
                        .findFirst()
                        .filter(first -> isDue(first.webhook().nextAttemptAt(), now)));
    }

    private static boolean isDue(@Nullable Instant next, Instant now) {
        return next != null && !next.isAfter(now);
    }

    @Override
    public Uni<Void> settle(SqlClient transaction, IncomingWebhook after) {
        return transaction.preparedQuery(CHANGE).execute(changed(after)).replaceWithVoid();
    }

    @Override
    public Uni<Boolean> change(SqlClient transaction, IncomingWebhook before, IncomingWebhook after) {
        return transaction
                .preparedQuery(CHANGE_IF_UNCHANGED)
                .execute(changed(after).addString(before.state().text()).addInteger(before.attempts()))
                .map(rows -> rows.rowCount() == 1);
    }

    @Override
    public Uni<Optional<IncomingWebhook>> find(WorkspaceId workspace, WebhookId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(all(IncomingRows::webhook))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<IncomingWebhook>> list(
            WorkspaceId workspace,
            @Nullable ConnectionId connection,
            @Nullable IncomingState state,
            @Nullable WebhookId before,
            int limit) {
        @Nullable UUID wanted = connection == null ? null : connection.value();
        Tuple page = Tuple.of(workspace.value(), before == null ? null : before.value(), limit);
        String statement = LIST
                + (connection == null ? " and $4::uuid is null" : OF_CONNECTION)
                + (state == null ? " and $5::text is null" : IN_STATE)
                + NEWEST_FIRST;
        return pool.preparedQuery(statement)
                .execute(page.addUUID(wanted).addString(state == null ? null : state.text()))
                .map(all(IncomingRows::webhook));
    }

    @Override
    public Uni<Integer> forget(Instant before, int most) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(utc(before), most)).map(RowSet::rowCount);
    }

    @Override
    public Uni<Integer> forgetTraces(int most) {
        return pool.preparedQuery(FORGET_TRACES).execute(Tuple.of(most)).map(RowSet::rowCount);
    }

    private static Tuple key(IncomingWebhook webhook) {
        return Tuple.of(webhook.workspace().value(), webhook.id().value());
    }

    private static Tuple changed(IncomingWebhook after) {
        return key(after)
                .addString(after.state().text())
                .addInteger(after.attempts())
                .addOffsetDateTime(utc(after.nextAttemptAt()))
                .addString(after.reason())
                .addOffsetDateTime(utc(after.settledAt()));
    }

    private static byte[] digest(String delivery) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(delivery.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static <T> Function<RowSet<Row>, List<T>> all(Function<Row, T> read) {
        return rows ->
                StreamSupport.stream(rows.spliterator(), false).<T>map(read).toList();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
