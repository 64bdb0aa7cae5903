package io.omniflow.integration.delivery.postgres;

import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.integration.delivery.domain.DeliveryState;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresDeliveries implements Deliveries {
    private static final String HOLD = """
            insert into delivery (workspace_id, id, connection_id, ticket_id, subject, operation, state, attempts,
              requested_by, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, 'held', 0, $7, $8, $8)
            on conflict (workspace_id, subject, operation) where operation in ('create_issue', 'post_thread') do update
              set state = 'held', attempts = 0, next_attempt_at = null, requested_by = excluded.requested_by,
                  updated_at = excluded.updated_at
            """;
    /** Behind one that pauses it is due no earlier, or every claim would meet it for nothing. */
    private static final String ADD = """
            insert into delivery (workspace_id, id, connection_id, ticket_id, subject, operation, payload, state, attempts,
              next_attempt_at, requested_by, created_at, updated_at)
            select $1, $2, $3, $4, $5, $6, $7, 'ready', 0,
              greatest($8, (select max(before.next_attempt_at) from delivery before
                where before.workspace_id = $1 and before.subject = $5 and before.state = 'ready' and before.lease is null)),
              $9, $10, $10
            """;
    private static final String ONCE =
            " on conflict (workspace_id, subject, operation) where operation in ('create_issue', 'post_thread') do nothing";
    /** The one that waits is locked, so that no claim takes it before what it shall see is committed. */
    private static final String UNLESS_WAITING = """
            with waiting as materialized (
              select id from delivery
              where workspace_id = $1 and subject = $5 and operation = $6 and state = 'ready' and lease is null
              order by position limit 1
              for update skip locked)
            """
            + ADD
            + " where not exists (select 1 from waiting)";
    private static final String RELEASE = "update delivery set state = 'ready', next_attempt_at = $3, updated_at = $3"
            + " where workspace_id = $1 and subject = $2 and state = 'held'";
    private static final String DROP =
            "delete from delivery where workspace_id = $1 and subject = $2 and state = 'held'";
    /** A row that is locked is being settled, which is as good as being attempted. */
    private static final String CANCEL = """
            with idle as (
              select id from delivery
              where workspace_id = $1 and subject = $2 and (lease is null or next_attempt_at <= $3)
              for update skip locked),
            gone as (
              delete from delivery d using idle where d.workspace_id = $1 and d.id = idle.id returning d.id)
            select (select count(*) from delivery where workspace_id = $1 and subject = $2)
              - (select count(*) from gone) as busy
            """;
    /** Something of the same subject comes first, or is being attempted. */
    private static final String ITS_TURN = """
            not exists (
              select 1 from delivery other
              where other.workspace_id = d.workspace_id and other.subject = d.subject and other.id <> d.id
                and other.state in ('held', 'ready')
                and (other.position < d.position or (other.lease is not null and other.next_attempt_at > $1)))
            """;
    /** Of all workspaces: the queue is the service's own. */
    private static final String CLAIM = """
            with due as (
              select workspace_id, id, first_attempt_at, lease is not null as left_behind from delivery d
              where state = 'ready' and next_attempt_at <= $1 and %s
              order by next_attempt_at limit $4 for update skip locked)
            update delivery d
            set attempts = d.attempts + 1, lease = $3, next_attempt_at = $2,
                first_attempt_at = coalesce(d.first_attempt_at, $1)
            from due where d.workspace_id = due.workspace_id and d.id = due.id
            returning d.*, due.first_attempt_at as earlier, due.left_behind
            """.formatted(ITS_TURN);

    private static final String NEXT_DUE = "select next_attempt_at as due from delivery d where state = 'ready' and "
            + ITS_TURN + " order by next_attempt_at limit 1";
    private static final String SETTLE = """
            with settled as (
              update delivery
              set state = $4, attempts = $5, next_attempt_at = $6, problem = $7, updated_at = $8, lease = null
              where workspace_id = $1 and id = $2 and lease = $3
              returning subject, position, next_attempt_at),
            behind as (
              update delivery later set next_attempt_at = settled.next_attempt_at
              from settled
              where later.workspace_id = $1 and later.subject = settled.subject and later.position > settled.position
                and later.state = 'ready' and later.lease is null and later.next_attempt_at < settled.next_attempt_at)
            select 1 from settled
            """;
    private static final String DONE_WITH =
            "delete from delivery where workspace_id = $1 and id = $2 and lease = $3";
    private static final String RESTART = """
            update delivery
            set state = $4, attempts = $5, next_attempt_at = $6, problem = $7, updated_at = $8, lease = null
            where workspace_id = $1 and id = $2 and state = $3
            """;
    private static final String FIND = "select * from delivery where workspace_id = $1 and id = $2";
    private static final String LIST_ALL = "select * from delivery where workspace_id = $1"
            + " and ($2::uuid is null or id < $2) order by id desc limit $3";
    private static final String LIST_BY_STATE = "select * from delivery where workspace_id = $1 and state = $4"
            + " and ($2::uuid is null or id < $2) order by id desc limit $3";

    private final Pool pool;

    PostgresDeliveries(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(SqlClient transaction, Delivery delivery) {
        return transaction.preparedQuery(ADD + ONCE).execute(added(delivery)).replaceWithVoid();
    }

    @Override
    public Uni<Void> addUnlessWaiting(SqlClient transaction, Delivery delivery) {
        return transaction.preparedQuery(UNLESS_WAITING).execute(added(delivery)).replaceWithVoid();
    }

    private static Tuple added(Delivery delivery) {
        return Tuple.tuple()
                .addUUID(delivery.workspace().value())
                .addUUID(delivery.id().value())
                .addUUID(delivery.connectionId().value())
                .addUUID(delivery.ticketId())
                .addUUID(delivery.subject())
                .addString(delivery.operation().text())
                .addJsonObject(DeliveryRows.json(delivery.payload()))
                .addOffsetDateTime(utc(Objects.requireNonNull(delivery.nextAttemptAt(), "added ready")))
                .addString(delivery.requestedBy())
                .addOffsetDateTime(utc(delivery.createdAt()));
    }

    @Override
    public Uni<Void> hold(SqlClient transaction, Delivery delivery) {
        return transaction
                .preparedQuery(HOLD)
                .execute(Tuple.tuple()
                        .addUUID(delivery.workspace().value())
                        .addUUID(delivery.id().value())
                        .addUUID(delivery.connectionId().value())
                        .addUUID(delivery.ticketId())
                        .addUUID(delivery.subject())
                        .addString(delivery.operation().text())
                        .addString(delivery.requestedBy())
                        .addOffsetDateTime(utc(delivery.createdAt())))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> release(SqlClient transaction, WorkspaceId workspace, UUID subject, Instant now) {
        return transaction
                .preparedQuery(RELEASE)
                .execute(Tuple.of(workspace.value(), subject, utc(now)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> drop(SqlClient transaction, WorkspaceId workspace, UUID subject) {
        return transaction
                .preparedQuery(DROP)
                .execute(Tuple.of(workspace.value(), subject))
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> cancel(SqlClient transaction, WorkspaceId workspace, UUID subject, Instant now) {
        return transaction
                .preparedQuery(CANCEL)
                .execute(Tuple.of(workspace.value(), subject, utc(now)))
                .map(rows -> rows.iterator().next().getInteger("busy"));
    }

    @Override
    public Uni<List<Claim>> claim(Instant now, Instant leaseEnd, int most) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(utc(now), utc(leaseEnd), UUID.randomUUID(), most))
                .map(all(DeliveryRows::claim));
    }

    @Override
    public Uni<Optional<Instant>> nextDue(Instant now) {
        return pool.preparedQuery(NEXT_DUE)
                .execute(Tuple.of(utc(now)))
                .map(all(row -> row.getOffsetDateTime("due").toInstant()))
                .map(due -> due.stream().findFirst());
    }

    @Override
    public Uni<Boolean> settle(SqlClient transaction, Claim claim, Delivery after) {
        Tuple key = Tuple.of(after.workspace().value(), after.id().value(), claim.lease());
        if (after.operation().isRoutine() && isOver(after.state())) {
            return transaction.preparedQuery(DONE_WITH).execute(key).map(rows -> rows.rowCount() == 1);
        }
        return store(transaction, SETTLE, key, after);
    }

    private static boolean isOver(DeliveryState state) {
        return switch (state) {
            case DELIVERED, FAILED -> true;
            case HELD, READY, DEAD -> false;
        };
    }

    @Override
    public Uni<Boolean> restart(SqlClient transaction, Delivery before, Delivery after) {
        Tuple key = Tuple.of(
                after.workspace().value(), after.id().value(), before.state().text());
        return store(transaction, RESTART, key, after);
    }

    @Override
    public Uni<Optional<Delivery>> find(WorkspaceId workspace, DeliveryId id) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(all(DeliveryRows::delivery))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Delivery>> list(
            WorkspaceId workspace, @Nullable DeliveryState state, @Nullable DeliveryId before, int limit) {
        Tuple page = Tuple.of(workspace.value(), before == null ? null : before.value(), limit);
        Uni<RowSet<Row>> rows = state == null
                ? pool.preparedQuery(LIST_ALL).execute(page)
                : pool.preparedQuery(LIST_BY_STATE).execute(page.addString(state.text()));
        return rows.map(all(DeliveryRows::delivery));
    }

    private static Uni<Boolean> store(SqlClient transaction, String statement, Tuple key, Delivery after) {
        @Nullable Instant next = after.nextAttemptAt();
        Tuple columns = key.addString(after.state().text())
                .addInteger(after.attempts())
                .addValue(next == null ? null : utc(next))
                .addValue(DeliveryRows.json(after.problem()))
                .addOffsetDateTime(utc(after.updatedAt()));
        return transaction.preparedQuery(statement).execute(columns).map(rows -> rows.rowCount() == 1);
    }

    private static <T> Function<RowSet<Row>, List<T>> all(Function<Row, T> read) {
        return rows ->
                StreamSupport.stream(rows.spliterator(), false).<T>map(read).toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
