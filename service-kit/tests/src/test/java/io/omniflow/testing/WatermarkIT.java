package io.omniflow.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.PublishedUpTo;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a watermark says is published is. */
@QuarkusTest
@TestProfile(WatermarkIT.Watermarked.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class WatermarkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TOLD_MEANWHILE = 30;

    private final UUID workspace = UUID.randomUUID();
    private final UUID ticket = UUID.randomUUID();

    @Inject
    SampleTickets tickets;

    @Inject
    Transactions transactions;

    @Test
    void no_watermark_passes_an_open_transaction() {
        tickets.open(workspace, ticket).await().atMost(PATIENCE);
        UUID other = UUID.randomUUID();
        tickets.open(workspace, other).await().atMost(PATIENCE);
        CompletableFuture<OutboundEvent> stored = new CompletableFuture<>();
        CompletableFuture<Void> mayCommit = new CompletableFuture<>();
        var committed = transactions
                .write(transaction -> tickets.add(transaction, workspace, ticket, List.of("slow"))
                        .invoke(events -> stored.complete(events.getFirst()))
                        .call(events -> Uni.createFrom().completionStage(mayCommit)))
                .subscribeAsCompletionStage();
        Instant time = stored.orTimeout(60, TimeUnit.SECONDS).join().time();
        try (Watch watermarks = Events.watch(Topics.TICKET_WATERMARKS);
                Watch facts = Events.watch(Topics.TICKETS)) {
            tickets.add(workspace, other, List.of("quick")).await().atMost(PATIENCE);
            facts.await(event -> event.subject().equals(other));
            watermarks
                    .await(TOLD_MEANWHILE, told -> true)
                    .forEach(told -> assertFalse(told(told).through().isAfter(time), () -> time + " but " + told));
            mayCommit.complete(null);
            committed.join();
            PublishedUpTo past =
                    told(watermarks.await(told -> told(told).through().isAfter(time)));
            SeenEvent slow = facts.await(event -> event.subject().equals(ticket));
            assertEquals(Topics.TICKETS, past.topic());
            assertTrue(slow.offset() < past.nextOffsets().get(slow.partition()));
        }
    }

    @Test
    void under_load_every_fact_before_a_watermark_lies_before_its_offsets() {
        List<UUID> ids = List.of(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID());
        ids.forEach(id -> tickets.open(workspace, id).await().atMost(PATIENCE));
        try (Watch watermarks = Events.watch(Topics.TICKET_WATERMARKS);
                Watch watch = Events.watch(Topics.TICKETS)) {
            Multi.createFrom()
                    .range(0, 400)
                    .onItem()
                    .transformToUni(i -> tickets.add(workspace, ids.get(i % 4), List.of("note " + i)))
                    .merge(8)
                    .collect()
                    .asList()
                    .await()
                    .atMost(PATIENCE);
            Instant end = Instant.now();
            watermarks.await(told -> told(told).through().isAfter(end));
            List<SeenEvent> facts = watch.await(400, event -> event.workspace().equals(workspace));
            List<PublishedUpTo> all = watermarks.await(1, told -> true).stream()
                    .map(WatermarkIT::told)
                    .toList();
            assertFalse(all.isEmpty());
            all.forEach(told -> facts.forEach(fact -> assertHolds(told, fact)));
        }
    }

    private static void assertHolds(PublishedUpTo told, SeenEvent fact) {
        boolean before = Instant.parse(fact.header(EventHeaders.TIME)).isBefore(told.through());
        boolean covered = fact.offset() < told.nextOffsets().get(fact.partition());
        assertTrue(!before || covered, () -> told + " does not cover " + fact.headers());
    }

    private static PublishedUpTo told(SeenEvent event) {
        return (PublishedUpTo) event.data();
    }

    public static final class Watermarked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "omniflow.outbox.watermarked-topic", Topics.TICKETS, "omniflow.outbox.watermark-every", "20ms");
        }
    }
}
