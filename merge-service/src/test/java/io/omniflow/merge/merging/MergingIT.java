package io.omniflow.merge.merging;

import static io.omniflow.merge.merging.TicketServicePlayed.newId;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.MergeEvent;
import io.omniflow.contract.MergeManifest;
import io.omniflow.contract.Problem;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.kit.identity.WorkspaceId;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class MergingIT {
    private static final Problem ALREADY = new Problem("already-merged", 409, "Ticket 43 is part of ticket 42");

    private final MergeDesk desk = MergeDesk.opened();
    private final TicketServicePlayed tickets = new TicketServicePlayed();
    private final UUID destination = newId();
    private final UUID source = newId();

    @AfterEach
    void close() {
        tickets.close();
    }

    @Test
    void a_wish_is_told_and_asked_of_ticket_service_in_the_name_of_who_had_it() {
        try (Watch merges = Events.watch(Topics.MERGES)) {
            String location = MergeDesk.ask(desk.agent().header("X-Correlation-Id", "request-9"), destination, source)
                    .then()
                    .statusCode(202)
                    .header("ETag", "\"1\"")
                    .body("state", equalTo("requested"))
                    .body("sources", contains(source.toString()))
                    .body("destination", equalTo(destination.toString()))
                    .body("reason", equalTo("same outage"))
                    .body("actor", equalTo("agent:agent"))
                    .body("completedAt", nullValue())
                    .body("undoable", equalTo(false))
                    .body("manifest", empty())
                    .extract()
                    .header("Location");
            UUID merge = UUID.fromString(location.substring(location.lastIndexOf('/') + 1));

            SeenEvent command = tickets.toMerge(merge);
            assertEquals(new TicketCommand.Merge(merge, List.of(source), destination), command.data());
            assertEquals(destination.toString(), command.key());
            assertEquals("agent:agent", command.header(EventHeaders.ACTOR));
            assertEquals("request-9", command.header(EventHeaders.CORRELATION));
            SeenEvent requested = merges.await(of(merge));
            assertEquals(
                    new MergeEvent.Requested(merge, List.of(source), destination, "same outage"), requested.data());
            assertEquals(destination.toString(), requested.key());
            assertEquals("agent:agent", requested.header(EventHeaders.ACTOR));
        }
    }

    @Test
    void it_is_completed_once_both_sides_of_every_source_have_told_in_whatever_order() {
        UUID other = newId();
        try (Watch merges = Events.watch(Topics.MERGES)) {
            UUID merge = desk.request(destination, source, other);
            SeenEvent command = tickets.toMerge(merge);
            List<OutboundEvent> facts =
                    new ArrayList<>(TicketServicePlayed.mergedFacts(command).reversed());
            OutboundEvent last = facts.removeLast();
            Events.publish(facts.toArray(OutboundEvent[]::new));
            Events.publish(facts.toArray(OutboundEvent[]::new));
            // a merge of the same tickets that is answered later shows that those before were heard
            UUID marker = desk.request(destination, newId());
            TicketServicePlayed.merge(tickets.toMerge(marker));
            desk.await(marker, "completed");
            assertEquals("requested", desk.read(merge).getString("state"));

            Events.publish(last);
            JsonPath completed = desk.await(merge, "completed");
            Instant at = Instant.parse(completed.getString("completedAt"));
            assertEquals(at.plus(Duration.ofDays(30)), Instant.parse(completed.getString("undoUntil")));
            assertTrue(completed.getBoolean("undoable"));
            assertNull(completed.get("problem"));
            assertEquals(List.of(source.toString(), other.toString()), completed.getList("manifest.source"));
            assertEquals("in_progress", completed.getString("manifest[0].previousStatus"));
            assertEquals(List.of("3ds"), completed.getList("manifest[1].tags"));
            SeenEvent told = merges.await(of(merge).and(seen -> seen.data() instanceof MergeEvent.Completed));
            assertEquals(
                    new MergeEvent.Completed(
                            merge,
                            List.of(source, other),
                            destination,
                            List.of(manifest(source), manifest(other)),
                            at.plus(Duration.ofDays(30))),
                    told.data());
            assertEquals("agent:agent", told.header(EventHeaders.ACTOR));
            assertEquals(command.header(EventHeaders.CORRELATION), told.header(EventHeaders.CORRELATION));
        }
    }

    @Test
    void what_is_told_again_completes_nothing_twice() {
        try (Watch merges = Events.watch(Topics.MERGES)) {
            UUID merge = desk.request(destination, source);
            SeenEvent command = tickets.toMerge(merge);
            TicketServicePlayed.merge(command);
            desk.await(merge, "completed");
            // under ids of their own, as a second copy of the command might bring about
            TicketServicePlayed.merge(command);
            TicketServicePlayed.refuse(command, ALREADY);
            UUID marker = desk.merged(tickets, destination, newId());
            merges.await(of(marker).and(seen -> seen.data() instanceof MergeEvent.Completed));

            assertEquals(
                    2,
                    merges.untilQuietFor(Duration.ofMillis(300)).stream()
                            .filter(of(merge))
                            .count());
            assertEquals("completed", desk.read(merge).getString("state"));
            assertNull(desk.read(merge).get("problem"));
        }
    }

    @Test
    void a_refusal_is_kept_with_its_reason_and_told() {
        try (Watch merges = Events.watch(Topics.MERGES)) {
            UUID merge = desk.request(destination, source);
            TicketServicePlayed.refuse(tickets.toMerge(merge), ALREADY);

            JsonPath rejected = desk.await(merge, "rejected");
            assertEquals("https://omniflow.io/problems/already-merged", rejected.getString("problem.type"));
            assertEquals(409, rejected.getInt("problem.status"));
            assertEquals(ALREADY.detail(), rejected.getString("problem.detail"));
            assertEquals(List.of(), rejected.getList("manifest"));
            SeenEvent told = merges.await(of(merge).and(seen -> seen.data() instanceof MergeEvent.Rejected));
            assertEquals(new MergeEvent.Rejected(merge, List.of(source), destination, ALREADY), told.data());
        }
    }

    @Test
    void what_was_done_after_all_counts_more_than_the_refusal_of_another_copy() {
        UUID merge = desk.request(destination, source);
        SeenEvent command = tickets.toMerge(merge);
        TicketServicePlayed.refuse(command, ALREADY);
        desk.await(merge, "rejected");
        TicketServicePlayed.merge(command);
        desk.await(merge, "completed");
    }

    @Test
    void facts_of_another_workspace_or_of_no_merge_change_nothing() {
        UUID merge = desk.request(destination, source);
        SeenEvent command = tickets.toMerge(merge);
        List<OutboundEvent> foreign = TicketServicePlayed.mergedFacts(command).stream()
                .map(fact -> OutboundEvent.of(
                        new WorkspaceId(newId()),
                        fact.subject(),
                        fact.data(),
                        fact.time(),
                        fact.sequence(),
                        fact.origin()))
                .toList();
        Events.publish(foreign.toArray(OutboundEvent[]::new));
        UUID marker = desk.merged(tickets, destination, newId());

        assertEquals("requested", desk.read(merge).getString("state"));
        assertEquals("completed", desk.read(marker).getString("state"));
    }

    @Test
    void the_list_is_newest_first_and_by_ticket_and_state() {
        UUID first = desk.merged(tickets, destination, source);
        UUID second = desk.request(destination, newId());
        UUID third = desk.request(newId(), destination);
        UUID elsewhere = desk.request(newId(), newId());

        desk.as("viewer")
                .get("/api/v1/merges")
                .then()
                .statusCode(200)
                .body("items.id", contains(texts(elsewhere, third, second, first)));
        desk.agent()
                .get("/api/v1/merges?ticketId=" + destination)
                .then()
                .body("items.id", contains(texts(third, second, first)))
                .body("nextCursor", nullValue());
        desk.agent()
                .get("/api/v1/merges?state=completed&ticketId=" + destination)
                .then()
                .body("items.id", contains(texts(first)))
                .body("items[0].manifest", hasSize(1));
        desk.agent()
                .get("/api/v1/merges?state=requested")
                .then()
                .body("items.id", contains(texts(elsewhere, third, second)));
        JsonPath page = desk.agent()
                .get("/api/v1/merges?limit=2&ticketId=" + destination)
                .then()
                .body("items.id", contains(texts(third, second)))
                .extract()
                .jsonPath();
        desk.agent()
                .queryParam("cursor", page.getString("nextCursor"))
                .get("/api/v1/merges?limit=2&ticketId=" + destination)
                .then()
                .body("items.id", contains(texts(first)));
        desk.agent().get("/api/v1/merges?state=lost").then().statusCode(400);
    }

    @Test
    void a_wish_that_breaks_a_rule_is_refused_with_a_pointer() {
        refuses(Map.of("destination", destination), "/sources");
        refuses(Map.of("sources", List.of(source)), "/destination");
        refuses(Map.of("sources", List.of(), "destination", destination), "/sources");
        refuses(Map.of("sources", List.of(source, destination), "destination", destination), "/sources/1");
        refuses(Map.of("sources", List.of(source, newId(), source), "destination", destination), "/sources/2");
        refuses(Map.of("sources", List.of(source), "destination", destination, "reason", "x".repeat(1001)), "/reason");
        List<UUID> many = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            many.add(newId());
        }
        refuses(Map.of("sources", many, "destination", destination), "/sources");
        desk.agent()
                .contentType("application/json")
                .body("{\"sources\": \"" + source + "\", \"destination\": \"" + destination + "\"}")
                .post("/api/v1/merges")
                .then()
                .statusCode(400);
        desk.agent().get("/api/v1/merges").then().body("items", empty());
    }

    @Test
    void a_repeated_call_gets_the_first_answer_and_merges_once() {
        String key = newId().toString();
        String first = MergeDesk.ask(desk.agent().header("Idempotency-Key", key), destination, source)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        MergeDesk.ask(desk.agent().header("Idempotency-Key", key), destination, source)
                .then()
                .statusCode(202)
                .header("Location", endsWith(first))
                .body("id", equalTo(first));
        desk.agent().get("/api/v1/merges").then().body("items", hasSize(1));
    }

    private void refuses(Map<String, Object> body, String pointer) {
        desk.agent()
                .contentType("application/json")
                .body(body)
                .post("/api/v1/merges")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains(pointer));
    }

    private MergeManifest manifest(UUID of) {
        return new MergeManifest(
                of, TicketStatus.IN_PROGRESS, List.of(of), List.of(), List.of(destination), List.of("3ds"));
    }

    private static Predicate<SeenEvent> of(UUID merge) {
        return seen ->
                seen.data() instanceof MergeEvent event && event.mergeId().equals(merge);
    }

    private static String[] texts(UUID... ids) {
        return Arrays.stream(ids).map(UUID::toString).toArray(String[]::new);
    }
}
