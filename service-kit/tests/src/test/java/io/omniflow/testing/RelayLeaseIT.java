package io.omniflow.testing;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.sample.SampleTickets;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.unchecked.Unchecked;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One replica publishes, and losing the lead loses no event and no order. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RelayLeaseIT {
    private static final int CHANGES = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final UUID workspace = UUID.randomUUID();

    @Inject
    SampleTickets tickets;

    @Test
    void a_leader_cut_off_while_events_are_written_publishes_all_of_them_in_order() throws SQLException {
        List<UUID> ids = open(4);
        try (Watch watch = Events.watch(Topics.TICKETS);
                RelayLock lock = RelayLock.connect()) {
            List<List<OutboundEvent>> written = Multi.createFrom()
                    .range(0, CHANGES)
                    .onItem()
                    .transformToUni(i -> (i % 100 == 50
                                    ? cutOff(lock)
                                    : Uni.createFrom().voidItem())
                            .chain(() -> tickets.add(workspace, ids.get(i % 4), List.of("note " + i))))
                    .merge(8)
                    .collect()
                    .asList()
                    .await()
                    .atMost(PATIENCE);
            assertEquals(CHANGES, written.size());
            for (UUID id : ids) {
                watch.await(event -> event.subject().equals(id) && event.sequence() == CHANGES / 4);
            }
            List<SeenEvent> first = Published.firstAppearances(watch.untilQuietFor(Duration.ofMillis(500)).stream()
                    .filter(this::isOurs)
                    .toList());
            assertEquals(CHANGES, first.size());
            Published.assertVersionOrder(first);
        }
        awaitLeading(1);
    }

    @Test
    void a_replica_publishes_nothing_while_another_leads() throws SQLException {
        UUID ticket = open(1).getFirst();
        try (Watch watch = Events.watch(Topics.TICKETS)) {
            try (RelayLock lock = RelayLock.connect()) {
                lock.takeFrom(lock.awaitHolder());
                awaitLeading(0);
                tickets.add(workspace, ticket, List.of("a", "b", "c")).await().atMost(PATIENCE);
                assertEquals(
                        List.of(),
                        watch.untilQuietFor(Duration.ofSeconds(2)).stream()
                                .filter(this::isOurs)
                                .toList());
            }
            Published.assertVersionOrder(watch.await(3, this::isOurs));
        }
        awaitLeading(1);
    }

    private static Uni<Void> cutOff(RelayLock lock) {
        return Uni.createFrom()
                .voidItem()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .invoke(Unchecked.consumer(_ -> lock.terminate(lock.awaitHolder())));
    }

    private static void awaitLeading(double value) {
        await().atMost(PATIENCE).until(() -> Management.metric("omniflow_outbox_leading"), equalTo(List.of(value)));
    }

    private List<UUID> open(int count) {
        List<UUID> ids = Stream.generate(UUID::randomUUID).limit(count).toList();
        ids.forEach(id -> tickets.open(workspace, id).await().atMost(PATIENCE));
        return ids;
    }

    private boolean isOurs(SeenEvent event) {
        return event.workspace().equals(workspace);
    }
}
