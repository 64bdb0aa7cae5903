package io.omniflow.ticket.snapshot;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.omniflow.contract.ClockFact;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketSnapshot;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.omniflow.ticket.Desk;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.TicketRefs;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SnapshotIT {
    private final Desk desk = new Desk();

    private static SeenEvent ofVersion(Watch watch, String ticket, long version) {
        return watch.await(event -> event.header("ce_subject").equals(ticket)
                && ((TicketSnapshot) event.data()).ticket().version() == version);
    }

    @Test
    void a_snapshot_tells_the_state_and_every_fact_a_clock_needs() throws Exception {
        try (Watch watch = Events.watch(Topics.TICKET_SNAPSHOTS)) {
            String id = desk.open("{\"title\":\"x\",\"description\":\"long\",\"priority\":\"high\"}");
            desk.change(id, "{\"status\":\"waiting\",\"title\":\"y\",\"priority\":\"urgent\",\"tags\":[\"a\"]}");
            desk.anna()
                    .body("{\"body\":\"n\"}")
                    .post(TICKETS + "/" + id + "/notes")
                    .then()
                    .statusCode(201);
            SeenEvent event = ofVersion(watch, id, 6);
            assertEquals(id, event.key());
            assertEquals("omniflow.ticket.snapshot.v1", event.type());
            TicketSnapshot snapshot = (TicketSnapshot) event.data();
            assertEquals("y", snapshot.ticket().title());
            assertEquals("long", snapshot.ticket().description());
            assertEquals(
                    List.of("created", "status_changed", "priority_changed", "tags_changed"),
                    snapshot.clockFacts().stream()
                            .map(fact -> fact.type().split("\\.", -1)[2])
                            .toList());
            TicketEvent.Created created = read(snapshot.clockFacts().getFirst(), TicketEvent.Created.class);
            assertEquals(TicketStatus.OPEN, created.ticket().status());
            assertEquals("x", created.ticket().title());
            assertEquals(null, created.ticket().description());
            assertEquals(
                    created.ticket().createdAt(),
                    snapshot.clockFacts().getFirst().time());
            TicketEvent.StatusChanged moved = read(snapshot.clockFacts().get(1), TicketEvent.StatusChanged.class);
            assertEquals(TicketStatus.WAITING, moved.after());
            assertTrue(!snapshot.clockFacts().get(1).data().has("ticket"));
        }
    }

    @Test
    void an_imported_past_is_in_the_snapshot_without_its_texts() throws Exception {
        try (Watch watch = Events.watch(Topics.TICKET_SNAPSHOTS)) {
            desk.as("lead")
                    .contentType("application/x-ndjson")
                    .header("Prefer", "wait=20")
                    .body("""
                            {"externalId": "c-1", "title": "Old", "createdAt": "2012-10-09T14:50:17Z", "history": [\
                            {"at": "2012-10-09T15:00:00Z", "agentReplied": true}]}
                            """.getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/imports")
                    .then()
                    .statusCode(202);
            String id = desk.as("viewer").get(TICKETS).path("items[0].id");
            TicketSnapshot snapshot = (TicketSnapshot) ofVersion(watch, id, 3).data();
            List<ClockFact> facts = snapshot.clockFacts();
            assertEquals(
                    Set.of(
                            "omniflow.ticket.created.v1",
                            "omniflow.ticket.agent_replied.v1",
                            "omniflow.ticket.imported.v1"),
                    facts.stream().map(ClockFact::type).collect(Collectors.toSet()));
            assertTrue(facts.stream().allMatch(ClockFact::backfill));
            assertEquals(
                    null, read(facts.get(1), TicketEvent.AgentReplied.class).body());
            assertTrue(facts.get(1).data().has("body"));
        }
    }

    @Test
    void a_past_too_long_for_one_event_does_not_hold_up_the_others() {
        String tags = IntStream.range(0, 49)
                .mapToObj(i -> "\"" + i + "-" + "x".repeat(60) + "\"")
                .collect(Collectors.joining(","));
        String heavy = desk.open("{\"title\":\"heavy\",\"tags\":[" + tags + "]}");
        for (int i = 0; i < 45; i++) {
            desk.change(heavy, "{\"tags\":[\"round-" + i + "\"," + tags + "]}");
        }
        try (Watch watch = Events.watch(Topics.TICKET_SNAPSHOTS)) {
            desk.change(heavy, "{\"title\":\"still heavy\"}");
            String light = desk.open("{\"title\":\"light\"}");
            ofVersion(watch, light, 1);
        }
    }

    /** The type named beside it reads the data of a clock fact. */
    private static <T> T read(ClockFact fact, Class<T> type) throws JsonProcessingException {
        assertEquals(type, EventCatalog.recordOf(fact.type()).orElseThrow());
        return ContractJson.mapper().treeToValue(fact.data(), type);
    }

    @Inject
    PublishSnapshots publishSnapshots;

    @Inject
    ChangeTicket changeTicket;

    @Inject
    Pool pool;

    @Inject
    Scheduler scheduler;

    /** Queued by an earlier change, the ticket must not leave the queue with the state before this one. */
    @Test
    void a_change_that_is_not_committed_yet_is_not_forgotten() throws Exception {
        scheduler.pause();
        try (Watch watch = Events.watch(Topics.TICKET_SNAPSHOTS)) {
            String id = desk.open("{\"title\":\"x\"}");
            ChangeTicket.Target target = new ChangeTicket.Target(
                    new WorkspaceId(desk.workspace),
                    TicketRefs.of(id),
                    Optional.empty(),
                    new Origin("system:test", "c", null));
            CompletableFuture<Void> changed = new CompletableFuture<>();
            CompletableFuture<Void> commit = new CompletableFuture<>();
            CompletableFuture<Accepted> done = pool.withTransaction(transaction -> changeTicket
                            .within(transaction, target, ticket -> List.of(new Step.SetTitle("y")))
                            .invoke(() -> changed.complete(null))
                            .call(() -> Uni.createFrom().completionStage(commit)))
                    .subscribeAsCompletionStage();
            changed.get(10, TimeUnit.SECONDS);
            publishSnapshots.publishDue().await().atMost(Duration.ofSeconds(10));
            commit.complete(null);
            done.get(10, TimeUnit.SECONDS);
            publishSnapshots.publishDue().await().atMost(Duration.ofSeconds(10));
            ofVersion(watch, id, 2);
        } finally {
            scheduler.resume();
        }
    }
}
