package io.omniflow.integration.delivery.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.delivery.Deliveries;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.delivery.domain.Outcome;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.delivery.domain.RetrySchedule;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Everything happens in the far future, where the service itself has nothing to deliver. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class QueueOrderIT {
    private static final Instant NOW = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(3, Duration.ofSeconds(10), Duration.ofMinutes(15), Duration.ofHours(1));
    private static final Outcome AGAIN = new Outcome.Again(Problem.unclear("down"), Optional.empty());

    @Inject
    Deliveries deliveries;

    @Inject
    Transactions transactions;

    private final WorkspaceId workspace = new WorkspaceId(UUID.randomUUID());
    private final UUID subject = UUID.randomUUID();

    @Test
    void of_a_subject_one_at_a_time_is_given_out_in_the_order_they_were_added() {
        Delivery first = add(Operation.SET_STATE);
        Delivery second = add(Operation.ADD_COMMENT);
        Delivery third = add(Operation.SET_STATE);

        Claim one = only(claim(NOW));
        assertEquals(first.id(), one.delivery().id());
        assertEquals(List.of(), claim(NOW));
        settle(one, new Outcome.Delivered(), NOW);
        Claim two = only(claim(NOW));
        assertEquals(second.id(), two.delivery().id());
        settle(two, new Outcome.Delivered(), NOW);
        assertEquals(third.id(), only(claim(NOW)).delivery().id());
    }

    @Test
    void subjects_do_not_wait_for_each_other() {
        add(Operation.SET_STATE);
        add(delivery(UUID.randomUUID(), Operation.SET_STATE, Map.of()));

        assertEquals(2, claim(NOW).size());
    }

    @Test
    void what_is_held_holds_back_what_came_after_it() {
        Delivery held = Delivery.held(
                workspace, id(), connection(), UUID.randomUUID(), subject, Operation.CREATE_ISSUE, "agent:ada", NOW);
        write(transaction -> deliveries.hold(transaction, held));
        Delivery later = add(Operation.SET_STATE);

        assertEquals(List.of(), claim(NOW));
        write(transaction -> deliveries.release(transaction, workspace, subject, NOW));
        Claim first = only(claim(NOW));
        assertEquals(held.id(), first.delivery().id());
        settle(first, new Outcome.Delivered(), NOW);
        assertEquals(later.id(), only(claim(NOW)).delivery().id());
    }

    @Test
    void behind_one_that_goes_on_later_the_others_wait_as_long() {
        add(Operation.SET_STATE);
        Delivery second = add(Operation.ADD_COMMENT);
        settle(only(claim(NOW)), AGAIN, NOW);
        Delivery third = add(Operation.ADD_COMMENT);

        assertEquals(NOW.plusSeconds(10), found(second).nextAttemptAt());
        assertEquals(NOW.plusSeconds(10), found(third).nextAttemptAt());
        assertEquals(List.of(), claim(NOW.plusSeconds(9)));
        assertEquals(
                Operation.SET_STATE, only(claim(NOW.plusSeconds(10))).delivery().operation());
    }

    @Test
    void one_that_was_given_up_is_out_of_the_way() {
        add(Operation.SET_STATE);
        Delivery second = add(Operation.ADD_COMMENT);

        settle(only(claim(NOW)), new Outcome.Refused(Problem.refused("no")), NOW);

        assertEquals(second.id(), only(claim(NOW)).delivery().id());
    }

    @Test
    void one_that_is_started_again_waits_for_a_later_one_under_way() {
        add(Operation.SET_STATE);
        add(Operation.ADD_COMMENT);
        Claim refused = only(claim(NOW));
        settle(refused, new Outcome.Refused(Problem.refused("no")), NOW);
        Claim underWay = only(claim(NOW));
        Delivery given = found(refused.delivery());

        assertTrue(transactions
                .write(transaction -> deliveries.restart(transaction, given, given.retried(NOW)))
                .await()
                .indefinitely());
        assertEquals(List.of(), claim(NOW));
        settle(underWay, new Outcome.Delivered(), NOW);
        assertEquals(refused.delivery().id(), only(claim(NOW)).delivery().id());
    }

    @Test
    void a_lease_that_ended_hands_the_same_one_to_the_next() {
        Delivery first = add(Operation.SET_STATE);
        add(Operation.ADD_COMMENT);
        Claim killed = only(claim(NOW));

        Claim taken = only(claim(NOW.plus(LEASE)));

        assertEquals(first.id(), taken.delivery().id());
        assertEquals(Claim.Earlier.SOME, taken.earlier());
        assertEquals(
                false,
                transactions
                        .write(transaction -> deliveries.settle(
                                transaction, killed, after(killed, new Outcome.Delivered(), NOW.plus(LEASE))))
                        .await()
                        .indefinitely());
    }

    @Test
    void while_one_waits_that_nobody_has_begun_another_of_its_kind_is_not_added() {
        addUnlessWaiting();
        addUnlessWaiting();
        Claim begun = only(claim(NOW));
        addUnlessWaiting();
        addUnlessWaiting();

        assertEquals(2, all().size());
        settle(begun, new Outcome.Delivered(), NOW);
        assertEquals(Operation.REFRESH, only(claim(NOW)).delivery().operation());
    }

    @Test
    void a_thread_is_wanted_once() {
        add(Operation.POST_THREAD);
        add(Operation.POST_THREAD);
        add(Operation.POST_UPDATE);
        add(Operation.POST_UPDATE);

        assertEquals(3, all().size());
    }

    @Test
    void a_payload_comes_back_as_it_was_added() {
        Map<String, String> payload = Map.of("text", "50 % \"done\" \u00e4\ud83d\ude00", "kind", "note");
        add(delivery(subject, Operation.POST_UPDATE, payload));

        assertEquals(payload, only(claim(NOW)).delivery().payload());
    }

    @Test
    void when_the_next_is_due_is_that_of_one_whose_turn_it_is() {
        add(delivery(subject, Operation.SET_STATE, Map.of()));
        add(delivery(subject, Operation.ADD_COMMENT, Map.of()));
        Claim underWay = only(claim(NOW));

        Optional<Instant> due = deliveries.nextDue(NOW).await().indefinitely();

        assertTrue(
                due.isPresent() && !due.get().equals(NOW),
                () -> "the one that waits its turn is not due, but " + due + " behind " + underWay);
    }

    private void addUnlessWaiting() {
        write(transaction -> deliveries.addUnlessWaiting(transaction, delivery(subject, Operation.REFRESH, Map.of())));
    }

    private Delivery add(Operation operation) {
        return add(delivery(subject, operation, Map.of()));
    }

    private Delivery add(Delivery delivery) {
        write(transaction -> deliveries.add(transaction, delivery));
        return delivery;
    }

    private Delivery delivery(UUID of, Operation operation, Map<String, String> payload) {
        return Delivery.ready(
                workspace, id(), connection(), UUID.randomUUID(), of, operation, payload, "agent:ada", NOW);
    }

    private static DeliveryId id() {
        return new DeliveryId(Ids.next());
    }

    private static ConnectionId connection() {
        return new ConnectionId(UUID.randomUUID());
    }

    private List<Claim> claim(Instant now) {
        return deliveries.claim(now, now.plus(LEASE), 10_000).await().indefinitely().stream()
                .filter(claim -> claim.delivery().workspace().equals(workspace))
                .toList();
    }

    private static Claim only(List<Claim> claims) {
        assertEquals(1, claims.size());
        return claims.getFirst();
    }

    private static Delivery after(Claim claim, Outcome outcome, Instant now) {
        return claim.delivery().after(outcome, SCHEDULE, now, 0);
    }

    private void settle(Claim claim, Outcome outcome, Instant now) {
        boolean ours = transactions
                .write(transaction -> deliveries.settle(transaction, claim, after(claim, outcome, now)))
                .await()
                .indefinitely();
        assertTrue(ours, "the lease is held");
    }

    private Delivery found(Delivery delivery) {
        return deliveries.find(workspace, delivery.id()).await().indefinitely().orElseThrow();
    }

    private List<Delivery> all() {
        return deliveries.list(workspace, null, null, 100).await().indefinitely();
    }

    private void write(Function<SqlClient, Uni<Void>> work) {
        transactions.write(work::apply).await().indefinitely();
    }
}
