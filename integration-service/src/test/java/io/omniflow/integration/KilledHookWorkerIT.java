package io.omniflow.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.integration.hook.HookDeliveries;
import io.omniflow.integration.hook.SweepHooks;
import io.omniflow.integration.hook.domain.HookClaim;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What workers of webhooks leave behind, share and clear away, told by the rows. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class KilledHookWorkerIT {
    private static final String MESSAGE = "insert into hook_message (workspace_id, id, type, body, created_at)"
            + " values ($1, $2, 'omniflow.ticket.status_changed.v1', '{}', $3)";
    private static final String DELIVERY = """
            insert into hook_delivery (workspace_id, endpoint_id, message_id, type, state, attempts, next_attempt_at, lease,
              first_attempt_at, created_at, updated_at)
            values ($1, $2, $3, 'omniflow.ticket.status_changed.v1', $4, $5, $6, $7, $8, $9, $9)
            """;

    @Inject
    Pool pool;

    @Inject
    HookDeliveries deliveries;

    @Inject
    SweepHooks sweep;

    private final HookDesk desk = new HookDesk();
    private final String path = HookDesk.path();

    @Test
    void killed_before_or_after_the_call_the_message_goes_out_again_under_its_id() {
        String endpoint = desk.make(path).path("id");

        UUID message = leased(endpoint, Duration.ofSeconds(1));

        assertEquals(2, desk.await(endpoint, message.toString(), "delivered").get("attempts"));
        assertEquals(
                message.toString(), HookDesk.RECEIVER.calls(path).getFirst().id());
    }

    @Test
    void while_the_lease_lasts_nobody_else_touches_it() {
        String endpoint = desk.make(path).path("id");
        UUID message = leased(endpoint, Duration.ofHours(1));

        desk.as("admin")
                .post(HookDesk.ENDPOINTS + "/" + endpoint + "/deliveries/" + message + "/replay")
                .then()
                .statusCode(409);
        String other = desk.happens();
        desk.await(endpoint, other, "delivered");
        assertEquals(1, HookDesk.RECEIVER.calls(path).size());
    }

    @Test
    void two_replicas_share_the_work_and_keep_to_the_bound_of_each_endpoint() {
        Instant later = Instant.now().plus(Duration.ofHours(2));
        Set<String> endpoints = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            String endpoint = desk.make(HookDesk.path()).path("id");
            endpoints.add(endpoint);
            for (int j = 0; j < 10; j++) {
                stored(endpoint, "pending", 0, later.minus(Duration.ofHours(1)), null, Instant.now());
            }
        }

        List<HookClaim> claims = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            Uni.join()
                    .all(claim(later), claim(later), claim(later))
                    .andFailFast()
                    .await()
                    .atMost(Duration.ofSeconds(60))
                    .forEach(claims::addAll);
        }

        List<HookClaim> ours = claims.stream()
                .filter(claim ->
                        endpoints.contains(claim.delivery().endpoint().value().toString()))
                .toList();
        assertEquals(
                ours.size(),
                ours.stream()
                        .map(claim -> claim.delivery().message())
                        .distinct()
                        .count(),
                "one message was taken twice");
        assertEquals(
                endpoints.stream().collect(Collectors.toMap(endpoint -> endpoint, _ -> 3L)),
                ours.stream()
                        .collect(Collectors.groupingBy(
                                claim -> claim.delivery().endpoint().value().toString(), Collectors.counting())));
    }

    @Test
    void what_is_older_than_the_log_is_kept_goes_and_with_it_what_is_left_of_removed_endpoints() {
        Instant now = Instant.now();
        String endpoint = desk.make(path).path("id");
        String removed = desk.make(HookDesk.path()).path("id");
        UUID old = stored(endpoint, "failed", 4, null, null, now.minus(Duration.ofDays(31)));
        UUID young = stored(endpoint, "delivered", 1, null, null, now.minus(Duration.ofDays(29)));
        stored(removed, "delivered", 1, null, null, now);
        desk.as("admin").delete(HookDesk.ENDPOINTS + "/" + removed).then().statusCode(204);

        sweep.sweep().await().atMost(Duration.ofSeconds(60));

        desk.log(endpoint).then().body("items.id", equalTo(List.of(young.toString())));
        assertEquals(0, count("hook_message", "id", old));
        assertEquals(1, count("hook_message", "id", young));
        assertEquals(0, count("hook_delivery", "endpoint_id", UUID.fromString(removed)));
        assertEquals(0, count("hook_leftover", "endpoint_id", UUID.fromString(removed)));
    }

    private Uni<List<HookClaim>> claim(Instant now) {
        return deliveries.claim(now, now.plus(Duration.ofHours(1)), 10_000, 3);
    }

    /** The rows as they are while a worker calls the endpoint. */
    private UUID leased(String endpoint, Duration lease) {
        return stored(endpoint, "pending", 1, Instant.now().plus(lease), UUID.randomUUID(), Instant.now());
    }

    private UUID stored(
            String endpoint,
            String state,
            int attempts,
            @Nullable Instant next,
            @Nullable UUID lease,
            Instant created) {
        UUID message = UUID.randomUUID();
        run(MESSAGE, Tuple.of(desk.workspace, message, utc(created)));
        run(
                DELIVERY,
                Tuple.of(desk.workspace, UUID.fromString(endpoint), message, state, attempts)
                        .addValue(next == null ? null : utc(next))
                        .addValue(lease)
                        .addValue(lease == null ? null : utc(created))
                        .addOffsetDateTime(utc(created)));
        return message;
    }

    private void run(String statement, Tuple values) {
        pool.preparedQuery(statement).execute(values).await().atMost(Duration.ofSeconds(60));
    }

    private long count(String table, String column, UUID value) {
        return pool.preparedQuery(
                        "select count(*) as many from " + table + " where workspace_id = $1 and " + column + " = $2")
                .execute(Tuple.of(desk.workspace, value))
                .await()
                .atMost(Duration.ofSeconds(60))
                .iterator()
                .next()
                .getLong("many");
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
