package io.omniflow.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.testing.sample.SampleTickets;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is committed is published, once and in the order of versions; what is rolled back is not. */
@QuarkusTest
@TestProfile(RelayOrderIT.SmallBatches.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RelayOrderIT {
    private static final int TRANSACTIONS = 240;
    private static final int CONCURRENT = 12;
    private static final String ROLLED_BACK = "rolled back";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofMillis(500);

    private final UUID workspace = UUID.randomUUID();

    @Inject
    SampleTickets tickets;

    @Inject
    Transactions transactions;

    @Test
    void concurrent_changes_come_gapless_and_in_order() {
        List<UUID> ids = open(4);
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            int committed = Multi.createFrom()
                    .range(0, TRANSACTIONS)
                    .onItem()
                    .transformToUni(i -> i % 5 == 0
                            ? fail(ids.get(i % 4))
                            : tickets.add(workspace, ids.get(i % 4), Collections.nCopies(1 + i % 3, "note " + i))
                                    .map(List::size))
                    .merge(CONCURRENT)
                    .collect()
                    .asList()
                    .await()
                    .atMost(PATIENCE)
                    .stream()
                    .mapToInt(Integer::intValue)
                    .sum();
            assertTrue(committed > TRANSACTIONS, "too little was done: " + committed);
            watch.await(committed, this::isOurs);
            List<SeenEvent> seen = ours(watch.untilQuietFor(QUIET)).toList();
            assertEquals(committed, seen.size());
            Published.assertVersionOrder(seen);
            assertTrue(seen.stream().noneMatch(event -> ROLLED_BACK.equals(note(event))));
        }
    }

    @Test
    void a_transaction_larger_than_a_batch_comes_whole_and_in_order() {
        UUID ticket = open(1).getFirst();
        Random random = new Random(7);
        List<String> notes = Stream.of(10, 60_000, 250_000, 10, 120_000, 120_000, 10, 10, 10, 10, 10, 250_000, 10)
                .map(length -> text(random, length))
                .toList();
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            tickets.add(workspace, ticket, notes).await().atMost(PATIENCE);
            tickets.add(workspace, ticket, List.of("after")).await().atMost(PATIENCE);
            watch.await(notes.size() + 1, this::isOurs);
            List<SeenEvent> seen = ours(watch.untilQuietFor(QUIET)).toList();
            Published.assertVersionOrder(seen);
            assertEquals(
                    Stream.concat(notes.stream(), Stream.of("after")).toList(),
                    seen.stream().map(RelayOrderIT::note).toList());
        }
    }

    private List<UUID> open(int count) {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(count).toList();
        ids.forEach(id -> tickets.open(workspace, id).await().atMost(PATIENCE));
        return ids;
    }

    /** Fails after its events were stored; no events then. */
    private Uni<Integer> fail(UUID ticket) {
        return transactions
                .<Integer>write(transaction -> tickets.add(transaction, workspace, ticket, List.of(ROLLED_BACK))
                        .onItem()
                        .failWith(() -> new IllegalStateException(ROLLED_BACK))
                        .replaceWith(1))
                .onFailure(IllegalStateException.class)
                .recoverWithItem(0);
    }

    private boolean isOurs(SeenEvent event) {
        return event.workspace().equals(workspace);
    }

    private Stream<SeenEvent> ours(List<SeenEvent> events) {
        return events.stream().filter(this::isOurs);
    }

    private static String note(SeenEvent event) {
        return ((TicketEvent.NoteAdded) event.data()).body();
    }

    /** Does not compress. */
    private static String text(Random random, int length) {
        return random.ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static final class SmallBatches implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("omniflow.outbox.batch", "5", "omniflow.outbox.batch-bytes", "100000");
        }
    }
}
