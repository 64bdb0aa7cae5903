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
    private final Pool pool;

    PostgresDeliveries(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Void> add(SqlClient transaction, Delivery delivery) {
        return transaction
                .preparedQuery(DeliveryStatements.ADD + DeliveryStatements.ONCE)
                .execute(added(delivery))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> addUnlessWaiting(SqlClient transaction, Delivery delivery) {
        return transaction
                .preparedQuery(DeliveryStatements.UNLESS_WAITING)
                .execute(added(delivery))
                .replaceWithVoid();
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
                .preparedQuery(DeliveryStatements.HOLD)
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
                .preparedQuery(DeliveryStatements.RELEASE)
                .execute(Tuple.of(workspace.value(), subject, utc(now)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> drop(SqlClient transaction, WorkspaceId workspace, UUID subject) {
        return transaction
                .preparedQuery(DeliveryStatements.DROP)
                .execute(Tuple.of(workspace.value(), subject))
                .replaceWithVoid();
    }

    @Override
    public Uni<Integer> cancel(SqlClient transaction, WorkspaceId workspace, UUID subject, Instant now) {
        return transaction
                .preparedQuery(DeliveryStatements.CANCEL)
                .execute(Tuple.of(workspace.value(), subject, utc(now)))
                .map(rows -> rows.iterator().next().getInteger("busy"));
    }

    @Override
    public Uni<List<Claim>> claim(Instant now, Instant leaseEnd, int most) {
        return pool.preparedQuery(DeliveryStatements.CLAIM)
                .execute(Tuple.of(utc(now), utc(leaseEnd), UUID.randomUUID(), most))
                .map(all(DeliveryRows::claim));
    }

    @Override
    public Uni<Optional<Instant>> nextDue(Instant now) {
        return pool.preparedQuery(DeliveryStatements.NEXT_DUE)
                .execute(Tuple.of(utc(now)))
                .map(all(row -> row.getOffsetDateTime("due").toInstant()))
                .map(due -> due.stream().findFirst());
    }

    @Override
    public Uni<Boolean> settle(SqlClient transaction, Claim claim, Delivery after) {
        Tuple key = Tuple.of(after.workspace().value(), after.id().value(), claim.lease());
        if (after.operation().isRoutine() && isOver(after.state())) {
            return transaction
                    .preparedQuery(DeliveryStatements.DONE_WITH)
                    .execute(key)
                    .map(rows -> rows.rowCount() == 1);
        }
        return store(transaction, DeliveryStatements.SETTLE, key, after);
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
        return store(transaction, DeliveryStatements.RESTART, key, after);
    }

    @Override
    public Uni<Optional<Delivery>> find(WorkspaceId workspace, DeliveryId id) {
        return pool.preparedQuery(DeliveryStatements.FIND)
                .execute(Tuple.of(workspace.value(), id.value()))
                .map(all(DeliveryRows::delivery))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<Delivery>> list(
            WorkspaceId workspace, @Nullable DeliveryState state, @Nullable DeliveryId before, int limit) {
        Tuple page = Tuple.of(workspace.value(), before == null ? null : before.value(), limit);
        Uni<RowSet<Row>> rows = state == null
                ? pool.preparedQuery(DeliveryStatements.LIST_ALL).execute(page)
                : pool.preparedQuery(DeliveryStatements.LIST_BY_STATE).execute(page.addString(state.text()));
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
