package io.omniflow.integration.hook.postgres;

import static io.omniflow.integration.hook.postgres.EndpointRows.utc;
import static io.omniflow.integration.hook.postgres.EndpointRows.utcOrNull;

import io.omniflow.integration.hook.HookDeliveries;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.HookClaim;
import io.omniflow.integration.hook.domain.HookDelivery;
import io.omniflow.integration.hook.domain.HookState;
import io.omniflow.integration.hook.domain.Message;
import io.omniflow.kit.identity.WorkspaceId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlResult;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PostgresHookDeliveries implements HookDeliveries {
    private final Pool pool;
    private final SealedSecrets sealed;

    PostgresHookDeliveries(Pool pool, SealedSecrets sealed) {
        this.pool = pool;
        this.sealed = sealed;
    }

    @Override
    public Uni<Void> fanOut(SqlClient transaction, List<Message> messages, Instant now) {
        return transaction
                .preparedQuery(HookStatements.FAN_OUT)
                .execute(Tuple.tuple()
                        .addArrayOfUUID(messages.stream()
                                .map(message -> message.workspace().value())
                                .toArray(UUID[]::new))
                        .addArrayOfUUID(messages.stream().map(Message::id).toArray(UUID[]::new))
                        .addArrayOfString(messages.stream().map(Message::type).toArray(String[]::new))
                        .addArrayOfOffsetDateTime(messages.stream()
                                .map(message -> utc(message.at()))
                                .toArray(OffsetDateTime[]::new))
                        .addArrayOfString(messages.stream().map(Message::body).toArray(String[]::new))
                        .addOffsetDateTime(utc(now)))
                .replaceWithVoid();
    }

    @Override
    public Uni<List<HookClaim>> claim(Instant now, Instant leaseEnd, int most, int mostOfEndpoint) {
        UUID lease = UUID.randomUUID();
        return pool.preparedQuery(HookStatements.CLAIM)
                .execute(Tuple.of(utc(now), utc(leaseEnd), lease, most, mostOfEndpoint))
                .map(all(row -> claim(row, lease, now)));
    }

    private HookClaim claim(Row row, UUID lease, Instant now) {
        HookDelivery delivery = HookDeliveryRows.delivery(row);
        byte[] secrets = row.getBuffer("secrets").getBytes();
        return new HookClaim(
                delivery,
                lease,
                URI.create(row.getString("url")),
                sealed.open(delivery.workspace(), delivery.endpoint(), secrets),
                row.getString("body"),
                now);
    }

    @Override
    public Uni<Optional<Instant>> nextDue(Instant now) {
        return pool.preparedQuery(HookStatements.NEXT_DUE)
                .execute(Tuple.of(utc(now)))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getOffsetDateTime("due"))
                        .map(OffsetDateTime::toInstant));
    }

    @Override
    public Uni<Boolean> settle(SqlClient client, HookClaim claim, HookDelivery after) {
        return client.preparedQuery(HookStatements.SETTLE)
                .execute(key(after.workspace(), after.endpoint())
                        .addUUID(after.message())
                        .addUUID(claim.lease())
                        .addString(after.state().text())
                        .addInteger(after.attempts())
                        .addValue(utcOrNull(after.nextAttemptAt()))
                        .addValue(HookDeliveryRows.json(after.lastAttempt()))
                        .addOffsetDateTime(utc(after.updatedAt()))
                        .addValue(after.state() == HookState.DELIVERED ? null : utc(claim.startedAt())))
                .map(rows -> rows.iterator().next().getLong("settled") == 1);
    }

    @Override
    public Uni<Optional<HookDelivery>> find(WorkspaceId workspace, EndpointId endpoint, UUID message) {
        return pool.preparedQuery(HookStatements.FIND)
                .execute(key(workspace, endpoint).addUUID(message))
                .map(all(HookDeliveryRows::delivery))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<List<HookDelivery>> list(
            WorkspaceId workspace, EndpointId endpoint, @Nullable HookState state, @Nullable Place before, int limit) {
        Tuple page = key(workspace, endpoint)
                .addValue(before == null ? null : utc(before.createdAt()))
                .addValue(before == null ? null : before.message())
                .addInteger(limit);
        Uni<RowSet<Row>> rows = state == null
                ? pool.preparedQuery(HookStatements.LIST_ALL).execute(page)
                : pool.preparedQuery(HookStatements.LIST_BY_STATE).execute(page.addString(state.text()));
        return rows.map(all(HookDeliveryRows::delivery));
    }

    @Override
    public Uni<Optional<HookDelivery>> replay(WorkspaceId workspace, EndpointId endpoint, UUID message, Instant now) {
        return pool.preparedQuery(HookStatements.REPLAY)
                .execute(key(workspace, endpoint).addUUID(message).addOffsetDateTime(utc(now)))
                .map(all(HookDeliveryRows::delivery))
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Integer> replayFailed(WorkspaceId workspace, EndpointId endpoint, Instant since, Instant now) {
        return pool.preparedQuery(HookStatements.REPLAY_FAILED)
                .execute(key(workspace, endpoint).addOffsetDateTime(utc(since)).addOffsetDateTime(utc(now)))
                .map(SqlResult::rowCount);
    }

    @Override
    public Uni<Integer> sweep(Instant until, int portion) {
        return removed(HookStatements.SWEEP_OLD_DELIVERIES, until, portion)
                .flatMap(deliveries -> removed(HookStatements.SWEEP_OLD_MESSAGES, until, portion)
                        .map(messages -> deliveries + messages))
                .flatMap(old -> sweepLeftover(portion).map(left -> old + left));
    }

    private Uni<Integer> removed(String statement, Instant until, int portion) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(utc(until), portion))
                .map(SqlResult::rowCount);
    }

    private Uni<Integer> sweepLeftover(int portion) {
        return pool.query(HookStatements.LEFTOVER).execute().flatMap(rows -> {
            if (rows.size() == 0) {
                return Uni.createFrom().item(0);
            }
            Row left = rows.iterator().next();
            Tuple key = Tuple.of(left.getUUID("workspace_id"), left.getUUID("endpoint_id"));
            return pool.preparedQuery(HookStatements.SWEEP_LEFTOVER)
                    .execute(Tuple.of(key.getUUID(0), key.getUUID(1), portion))
                    .map(SqlResult::rowCount)
                    .flatMap(removed -> pool.preparedQuery(HookStatements.LEFTOVER_DONE)
                            .execute(key)
                            .map(done -> removed + done.rowCount()));
        });
    }

    private static Tuple key(WorkspaceId workspace, EndpointId endpoint) {
        return Tuple.of(workspace.value(), endpoint.value());
    }

    private static <T> Function<RowSet<Row>, List<T>> all(Function<Row, T> read) {
        return rows ->
                StreamSupport.stream(rows.spliterator(), false).<T>map(read).toList();
    }
}
