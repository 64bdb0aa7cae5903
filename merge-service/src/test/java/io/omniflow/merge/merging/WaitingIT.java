package io.omniflow.merge.merging;

import static io.omniflow.merge.merging.TicketServicePlayed.newId;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.MergeEvent;
import io.omniflow.contract.Problem;
import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that wait for their outcome. Where one must be woken, it would wait for longer than the test has patience. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class WaitingIT {
    private static final long PATIENCE_SECONDS = 20;
    private static final Problem NOT_THERE = new Problem("not-found", 404, "Ticket is not there");

    private final MergeDesk desk = MergeDesk.opened();
    private final TicketServicePlayed tickets = new TicketServicePlayed();
    private final UUID destination = newId();
    private final UUID source = newId();

    @AfterEach
    void close() {
        tickets.close();
    }

    @Test
    void who_waits_is_answered_with_the_merge_as_soon_as_it_is_made() throws Exception {
        CompletableFuture<Response> call = asked("wait=30");
        TicketServicePlayed.merge(tickets.toMergeInto(destination));

        Response answer = answerOf(call);
        answer.then()
                .statusCode(201)
                .header("Preference-Applied", "wait=30")
                .header("ETag", "\"2\"")
                .body("state", equalTo("completed"))
                .body("manifest[0].source", equalTo(source.toString()));
        answer.then().header("Location", endsWith(answer.jsonPath().getString("id")));
    }

    @Test
    void who_waits_is_told_why_the_merge_was_refused() throws Exception {
        CompletableFuture<Response> call = asked("wait=30");
        SeenEvent command = tickets.toMergeInto(destination);
        TicketServicePlayed.refuse(command, NOT_THERE);

        answerOf(call)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", equalTo("https://omniflow.io/problems/not-found"))
                .body("detail", equalTo(NOT_THERE.detail()));
    }

    @Test
    void a_refusal_says_what_is_wrong_where_a_ticket_went_and_which_merge_is_in_the_way() throws Exception {
        UUID elsewhere = newId();
        UUID other = newId();
        CompletableFuture<Response> call = asked("wait=30");
        SeenEvent command = tickets.toMergeInto(destination);
        TicketServicePlayed.refuse(
                command, new Problem("already-merged", 409, "It is", "/sources/0", elsewhere, other));

        answerOf(call)
                .then()
                .statusCode(409)
                .body("merge", equalTo(mergeOf(command).toString()))
                .body("errors[0].pointer", equalTo("/sources/0"))
                .body("destination", equalTo(elsewhere.toString()))
                .body("mergeId", equalTo(other.toString()));
        desk.agent()
                .get("/api/v1/merges/" + mergeOf(command))
                .then()
                .body("problem.pointer", equalTo("/sources/0"))
                .body("problem.destination", equalTo(elsewhere.toString()))
                .body("problem.mergeId", equalTo(other.toString()));
    }

    @Test
    void who_waits_in_vain_is_answered_as_who_does_not_wait() throws Exception {
        answerOf(asked("respond-async, wait=1"))
                .then()
                .statusCode(202)
                .header("Preference-Applied", "wait=1")
                .body("state", equalTo("requested"));
    }

    @Test
    void who_waits_for_an_undo_is_answered_when_it_is_done_or_refused() throws Exception {
        UUID merge = desk.merged(tickets, destination, source);
        CompletableFuture<Response> first = undoing(merge);
        TicketServicePlayed.refuse(tickets.toUndo(merge), new Problem("merged", 409, "It moved on"));
        answerOf(first)
                .then()
                .statusCode(409)
                .body("type", endsWith("/merged"))
                .body("merge", equalTo(merge.toString()));

        CompletableFuture<Response> second = undoing(merge);
        TicketServicePlayed.undo(tickets.toUndo(merge, 2).getLast());
        answerOf(second)
                .then()
                .statusCode(200)
                .header("Preference-Applied", "wait=10")
                .body("state", equalTo("undone"));
    }

    @Test
    void who_waits_here_hears_of_what_another_replica_applied() throws Exception {
        CompletableFuture<Response> call = asked("wait=30");
        UUID merge = mergeOf(tickets.toMergeInto(destination));
        // as the other replica would leave it and tell of it
        try (Connection owner = Databases.owner();
                PreparedStatement update = owner.prepareStatement(
                        "update merge set state = 'completed', completed_at = now() where workspace_id = ? and id = ?")) {
            update.setObject(1, desk.workspace());
            update.setObject(2, merge);
            assertEquals(1, update.executeUpdate());
        }
        Events.publish(OutboundEvent.of(
                new WorkspaceId(desk.workspace()),
                destination,
                new MergeEvent.Completed(merge, List.of(source), destination, List.of(), Instant.now()),
                Instant.now(),
                null,
                new Origin("agent:agent", "request-1", null)));

        answerOf(call).then().statusCode(201).body("state", equalTo("completed"));
    }

    private CompletableFuture<Response> asked(String prefer) {
        RequestSpecification agent = desk.agent().header("Prefer", prefer);
        return CompletableFuture.supplyAsync(() -> MergeDesk.ask(agent, destination, source));
    }

    private CompletableFuture<Response> undoing(UUID merge) {
        RequestSpecification lead = desk.lead().header("Prefer", "wait");
        return CompletableFuture.supplyAsync(() -> lead.post("/api/v1/merges/" + merge + "/undo"));
    }

    private static UUID mergeOf(SeenEvent command) {
        return ((TicketCommand.Merge) command.data()).mergeId();
    }

    private static Response answerOf(CompletableFuture<Response> call)
            throws InterruptedException, ExecutionException, TimeoutException {
        return call.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}
