package io.omniflow.merge.merging;

import static io.omniflow.merge.merging.TicketServicePlayed.newId;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.MergeEvent;
import io.omniflow.contract.Problem;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.Topics;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class UndoIT {
    private static final Problem MOVED_ON = new Problem("merge-in-the-way", 409, "Ticket 42 is part of ticket 7");

    private final MergeDesk desk = MergeDesk.opened();
    private final TicketServicePlayed tickets = new TicketServicePlayed();
    private final UUID destination = newId();
    private final UUID source = newId();

    @AfterEach
    void close() {
        SettableClock.go();
        tickets.close();
    }

    @Test
    void an_undo_is_asked_of_ticket_service_and_done_once_both_sides_of_every_source_have_told() {
        UUID other = newId();
        UUID merge = desk.merged(tickets, destination, source, other);
        try (Watch merges = Events.watch(Topics.MERGES)) {
            desk.undo(merge)
                    .then()
                    .statusCode(202)
                    .header("Location", endsWith("/api/v1/merges/" + merge))
                    .body("state", equalTo("undo_requested"))
                    .body("undoable", equalTo(false));
            SeenEvent command = tickets.toUndo(merge);
            assertEquals(new TicketCommand.UndoMerge(merge, List.of(source, other), destination), command.data());
            assertEquals(destination.toString(), command.key());
            assertEquals("agent:lead", command.header(EventHeaders.ACTOR));

            List<OutboundEvent> facts =
                    new ArrayList<>(TicketServicePlayed.undoneFacts(command).reversed());
            OutboundEvent last = facts.removeLast();
            Events.publish(facts.toArray(OutboundEvent[]::new));
            desk.merged(tickets, destination, newId());
            assertEquals("undo_requested", desk.read(merge).getString("state"));

            Events.publish(last);
            JsonPath undone = desk.await(merge, "undone");
            assertEquals("agent:lead", undone.getString("undoneBy"));
            assertFalse(undone.getBoolean("undoable"));
            assertEquals(2, undone.getList("manifest").size());
            SeenEvent told = merges.await(of(merge).and(seen -> seen.data() instanceof MergeEvent.Undone));
            assertEquals(new MergeEvent.Undone(merge, List.of(source, other), destination), told.data());
            assertEquals("agent:lead", told.header(EventHeaders.ACTOR));
            assertTrue(merges.untilQuietFor(Duration.ofMillis(200)).stream()
                    .anyMatch(of(merge).and(seen -> seen.data() instanceof MergeEvent.UndoRequested)));
        }
    }

    @Test
    void a_refused_undo_leaves_the_merge_completed_with_the_reason_and_may_be_asked_again() {
        UUID merge = desk.merged(tickets, destination, source);
        desk.undo(merge).then().statusCode(202);
        TicketServicePlayed.refuse(tickets.toUndo(merge), MOVED_ON);

        JsonPath refused = desk.await(merge, "completed");
        assertEquals("https://omniflow.io/problems/merge-in-the-way", refused.getString("problem.type"));
        assertTrue(refused.getBoolean("undoable"));
        desk.undo(merge).then().statusCode(202).body("problem", nullValue());
    }

    @Test
    void what_is_under_way_undone_or_never_was_cannot_be_undone() {
        UUID requested = desk.request(destination, newId());
        desk.undo(requested).then().statusCode(409).body("type", endsWith("/not-completed"));
        TicketServicePlayed.refuse(tickets.toMerge(requested), MOVED_ON);
        desk.await(requested, "rejected");
        desk.undo(requested).then().statusCode(409).body("type", endsWith("/not-completed"));
        UUID merge = desk.merged(tickets, destination, source);
        desk.undo(merge).then().statusCode(202);
        desk.undo(merge).then().statusCode(409).body("type", endsWith("/undo-under-way"));
        TicketServicePlayed.undo(tickets.toUndo(merge));
        desk.await(merge, "undone");
        desk.undo(merge).then().statusCode(409).body("type", endsWith("/already-undone"));
        desk.undo(newId()).then().statusCode(404);
    }

    @Test
    void of_undos_at_once_exactly_one_wins() {
        for (int round = 0; round < 20; round++) {
            UUID merge = desk.merged(tickets, newId(), newId());
            List<CompletableFuture<Integer>> calls = Stream.of(1, 2, 3)
                    .map(_ ->
                            CompletableFuture.supplyAsync(() -> desk.undo(merge).statusCode()))
                    .toList();
            List<Integer> statuses =
                    calls.stream().map(CompletableFuture::join).sorted().toList();
            assertEquals(List.of(202, 409, 409), statuses);
        }
    }

    @Test
    void a_later_merge_of_the_destination_has_to_be_undone_first() {
        UUID top = newId();
        UUID below = desk.merged(tickets, destination, source);
        UUID above = desk.merged(tickets, top, destination);

        desk.undo(below)
                .then()
                .statusCode(409)
                .body("type", endsWith("/merge-in-the-way"))
                .body("mergeId", equalTo(above.toString()));
        desk.undone(tickets, above);
        desk.undone(tickets, below);
    }

    @Test
    void the_thirty_days_end_to_the_second_when_the_request_is_accepted() {
        UUID merge = desk.merged(tickets, destination, source);
        Instant end = Instant.parse(desk.read(merge).getString("undoUntil"));

        SettableClock.stopAt(end);
        desk.undo(merge).then().statusCode(410).body("type", endsWith("/undo-expired"));
        assertFalse(desk.read(merge).getBoolean("undoable"));
        SettableClock.stopAt(end.minusMillis(1));
        assertTrue(desk.read(merge).getBoolean("undoable"));
        desk.undo(merge).then().statusCode(202);
        SettableClock.stopAt(end.plusSeconds(60));
        TicketServicePlayed.undo(tickets.toUndo(merge));
        desk.await(merge, "undone");
    }

    @Test
    void a_merge_is_undone_from_the_entries_that_tell_of_it_and_from_no_other() {
        UUID merge = desk.merged(tickets, destination, source);
        String requested = entry(merge, "requested");
        desk.lead()
                .post("/api/v1/audit/" + requested + "/undo")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("entryId"));
        desk.lead().post("/api/v1/audit/" + newId() + "/undo").then().statusCode(404);
        MergeDesk.opened()
                .lead()
                .post("/api/v1/audit/" + entry(merge, "absorbed") + "/undo")
                .then()
                .statusCode(404);
        desk.agent()
                .post("/api/v1/audit/" + entry(merge, "absorbed") + "/undo")
                .then()
                .statusCode(403);

        int commands = 0;
        for (String kind : List.of("merged", "absorbed", "completed")) {
            desk.lead()
                    .post("/api/v1/audit/" + entry(merge, kind) + "/undo")
                    .then()
                    .statusCode(202)
                    .header("Location", endsWith("/api/v1/merges/" + merge))
                    .body("state", equalTo("undo_requested"));
            commands++;
            TicketServicePlayed.refuse(tickets.toUndo(merge, commands).getLast(), MOVED_ON);
            desk.await(merge, "completed");
        }
    }

    private String entry(UUID merge, String kind) {
        return Awaitility.await("an entry of kind " + kind)
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> desk.lead()
                                .queryParams("mergeId", merge, "kind", kind)
                                .get("/api/v1/audit")
                                .jsonPath()
                                .<String>getList("items.id"),
                        ids -> !ids.isEmpty())
                .getFirst();
    }

    private static Predicate<SeenEvent> of(UUID merge) {
        return seen ->
                seen.data() instanceof MergeEvent event && event.mergeId().equals(merge);
    }
}
