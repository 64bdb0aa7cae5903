package io.omniflow.merge.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.time.Ids;
import io.omniflow.merge.audit.domain.Fact;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Sequencers that know nothing of each other, as those of several replicas, and work that fails half way. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SequencingIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Desk desk = Desk.opened();

    @Inject
    AcceptedFacts accepted;

    @Inject
    AppendAcceptedFacts append;

    @Inject
    Chains chains;

    @Inject
    Pool pool;

    @Test
    void three_sequencers_at_once_make_one_chain_without_gaps() {
        Uni<Void> accepting = Uni.createFrom().voidItem();
        for (int batch = 0; batch < 12; batch++) {
            List<Fact> facts = LongStream.range(batch * 150L, (batch + 1) * 150L)
                    .mapToObj(this::fact)
                    .toList();
            accepting = accepting.chain(() -> accept(facts));
        }
        List<Uni<Void>> atOnce = List.of(accepting, untilNothingIsLeft(), untilNothingIsLeft(), untilNothingIsLeft());
        Uni.join().all(atOnce).andFailFast().await().atMost(PATIENCE);

        assertWhole(1800);
        assertEquals(
                LongStream.range(0, 1800).boxed().toList().reversed().subList(0, 200),
                desk.audit(Map.of("limit", 200, "kind", "status_changed")).getList("items.after", Long.class));
    }

    /** Goes on for as long as facts may still be accepted. */
    private Uni<Void> untilNothingIsLeft() {
        return append.next(desk.workspace())
                .repeat()
                .until(batch -> batch.growth().extension().chain().head().sequence() >= 1800)
                .collect()
                .last()
                .replaceWithVoid();
    }

    @Test
    void what_fails_half_way_is_appended_later_and_once() {
        accept(LongStream.range(0, 10).mapToObj(this::fact).toList()).await().atMost(PATIENCE);

        for (int attempt = 0; attempt < 3; attempt++) {
            Uni<?> failing =
                    chains.extend(desk.workspace(), new Chains.Most(100, 1_000_000), Desk.NOON, (chain, facts) -> {
                        throw new IllegalStateException("out of order");
                    });
            assertThrows(IllegalStateException.class, () -> failing.await().atMost(PATIENCE));
        }

        assertWhole(10);
    }

    @Test
    void an_event_the_inbox_has_forgotten_is_known_by_its_id() {
        List<Fact> facts = LongStream.range(0, 5).mapToObj(this::fact).toList();
        accept(facts).await().atMost(PATIENCE);
        assertWhole(5);
        accept(facts).await().atMost(PATIENCE);
        Fact another = fact(5);
        accept(List.of(another)).await().atMost(PATIENCE);

        assertWhole(6);
    }

    @Test
    void an_accept_that_is_rolled_back_leaves_nothing() {
        Uni<Void> failing = pool.withTransaction(transaction -> accepted.add(transaction, List.of(fact(1)))
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("broken off"))));

        assertThrows(IllegalStateException.class, () -> failing.await().atMost(PATIENCE));
        assertEquals(0, accepted.count(desk.workspace()).await().atMost(PATIENCE));
    }

    @Test
    void many_workspaces_each_have_their_own_chain() {
        List<Desk> desks = IntStream.range(0, 12).mapToObj(n -> Desk.opened()).toList();
        for (Desk one : desks) {
            pool.withTransaction(transaction -> accepted.add(
                            transaction,
                            LongStream.range(0, 20).mapToObj(n -> fact(one, n)).toList()))
                    .await()
                    .atMost(PATIENCE);
        }

        desks.forEach(one -> assertWhole(one, 20));
    }

    private Uni<Void> accept(List<Fact> facts) {
        return pool.withTransaction(transaction -> accepted.add(transaction, facts));
    }

    /** The heartbeat alone appends, where the test itself does not. */
    private void assertWhole(long entries) {
        assertWhole(desk, entries);
    }

    private static void assertWhole(Desk desk, long entries) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(() -> {
            JsonPath verified = desk.verified();
            return verified.getLong("head.sequence") >= entries && verified.getLong("waiting") == 0;
        });
        JsonPath verified = desk.verified();
        assertTrue(verified.getBoolean("valid"), verified::prettify);
        long checkpoints =
                desk.audit(Map.of("kind", Fact.CHECKPOINT)).getList("items").size();
        assertEquals(entries + checkpoints, verified.getLong("checked"));
    }

    private Fact fact(long n) {
        return fact(desk, n);
    }

    private static Fact fact(Desk desk, long n) {
        return new Fact(
                desk.workspace(),
                Ids.next(),
                null,
                "status_changed",
                Desk.ANNA,
                Desk.NOON,
                "test",
                null,
                "correlation",
                "{\"after\":" + n + "}");
    }
}
