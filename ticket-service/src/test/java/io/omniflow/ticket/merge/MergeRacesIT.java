package io.omniflow.ticket.merge;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Backing;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;

/** Merges, undos, edits and messages at the same moment, 200 rounds of them: one wins, and nothing is ever half done. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class MergeRacesIT {
    private static final int ROUNDS = 25;
    private static final String DONE = "done";
    private static final String UNCHANGED = "unchanged";

    @Inject
    Transactions transactions;

    @Inject
    MergeTickets mergeTickets;

    @Inject
    UndoMerge undoMerge;

    private final MergeDesk desk = new MergeDesk();
    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private String conversation = "";
    private String a = "";
    private String b = "";
    private String c = "";

    @BeforeEach
    void three_tickets() {
        conversation = desk.conversation();
        a = desk.open("A", List.of("a"), List.of(), List.of(conversation));
        b = desk.open("B", List.of("b"), List.of(), List.of());
        c = desk.open("C", List.of("a"), List.of(), List.of());
    }

    @AfterEach
    void close() {
        threads.shutdown();
        desk.holdsTogether();
    }

    /** Starts, and tells what became of it in the end. */
    private interface Racer {
        CompletableFuture<String> start();
    }

    private MergeTickets.Request request(UUID merge, String source, String destination) {
        return new MergeTickets.Request(
                new WorkspaceId(desk.desk.workspace),
                merge,
                List.of(new TicketId(UUID.fromString(source))),
                new TicketId(UUID.fromString(destination)),
                new Origin("system:test", "c", null));
    }

    private Racer merge(UUID merge, String source, String destination) {
        return () -> outcome(transactions.write(
                transaction -> mergeTickets.merge(transaction, request(merge, source, destination))));
    }

    private Racer undo(UUID merge, String source, String destination) {
        return () -> outcome(
                transactions.write(transaction -> undoMerge.undo(transaction, request(merge, source, destination))));
    }

    /** What became of it, or the name of the problem. */
    private static CompletableFuture<String> outcome(Uni<Accepted> work) {
        return work.map(accepted -> accepted.facts().isEmpty() ? UNCHANGED : DONE)
                .subscribeAsCompletionStage()
                .exceptionally(failure -> name(failure));
    }

    private static String name(Throwable failure) {
        if ((failure instanceof HttpProblem ? failure : failure.getCause()) instanceof HttpProblem problem) {
            String type = String.valueOf(problem.getType());
            return type.substring(type.lastIndexOf('/') + 1);
        }
        throw new CompletionException(failure);
    }

    private Racer call(Supplier<Integer> call) {
        return () -> CompletableFuture.supplyAsync(() -> String.valueOf(call.get()), threads);
    }

    private static List<String> atOnce(Racer... racers) {
        List<CompletableFuture<String>> running =
                Stream.of(racers).map(Racer::start).toList();
        return running.stream().map(CompletableFuture::join).toList();
    }

    private static void oneOf(List<List<String>> allowed, List<String> outcomes) {
        assertTrue(allowed.contains(outcomes), outcomes.toString());
    }

    @RepeatedTest(ROUNDS)
    void one_source_goes_into_one_of_two_destinations() {
        List<String> outcomes = atOnce(merge(Ids.next(), a, b), merge(Ids.next(), a, c));
        oneOf(List.of(List.of(DONE, "already-merged"), List.of("already-merged", DONE)), outcomes);
    }

    @RepeatedTest(ROUNDS)
    void of_two_tickets_merged_into_each_other_one_is_left() {
        List<String> outcomes = atOnce(merge(Ids.next(), a, b), merge(Ids.next(), b, a));
        oneOf(List.of(List.of(DONE, "already-merged"), List.of("already-merged", DONE)), outcomes);
    }

    @RepeatedTest(ROUNDS)
    void a_destination_that_goes_away_itself_takes_its_source_along_or_leaves_it() {
        List<String> outcomes = atOnce(merge(Ids.next(), a, b), merge(Ids.next(), b, c));
        oneOf(List.of(List.of(DONE, DONE), List.of("already-merged", DONE)), outcomes);
        assertEquals("open", desk.desk.ticket(c).getString("status"));
    }

    @RepeatedTest(ROUNDS)
    void an_edit_comes_before_the_merge_or_is_refused() {
        List<String> outcomes = atOnce(
                merge(Ids.next(), a, b),
                call(() -> desk.desk
                        .anna()
                        .body("{\"body\":\"n\"}")
                        .post(TICKETS + "/" + a + "/notes")
                        .statusCode()),
                call(() ->
                        desk.desk.anna().put(TICKETS + "/" + a + "/tags/late").statusCode()),
                call(() -> desk.desk
                        .anna()
                        .body("{\"title\":\"B2\"}")
                        .patch(TICKETS + "/" + b)
                        .statusCode()));
        assertEquals(DONE, outcomes.get(0));
        oneOf(List.of(List.of("201"), List.of("409")), outcomes.subList(1, 2));
        oneOf(List.of(List.of("200"), List.of("409")), outcomes.subList(2, 3));
        assertEquals("200", outcomes.get(3));
        assertEquals(outcomes.get(1).equals("201") ? List.of("n") : List.of(), desk.notes(b));
        assertEquals(
                outcomes.get(2).equals("200"),
                desk.desk.ticket(b).getList("tags").contains("late"));
    }

    @RepeatedTest(ROUNDS)
    void of_two_undos_one_does_it() {
        UUID merge = Ids.next();
        atOnce(merge(merge, a, b));
        List<String> outcomes = atOnce(undo(merge, a, b), undo(merge, a, b));
        oneOf(List.of(List.of(DONE, UNCHANGED), List.of(UNCHANGED, DONE)), outcomes);
        assertEquals(3, desk.desk.ticket(a).getInt("version"));
    }

    @RepeatedTest(ROUNDS)
    void an_undo_is_before_the_next_merge_or_blocked_by_it() {
        UUID merge = Ids.next();
        atOnce(merge(merge, a, b));
        List<String> outcomes = atOnce(undo(merge, a, b), merge(Ids.next(), b, c));
        oneOf(List.of(List.of(DONE, DONE), List.of("merge-in-the-way", DONE)), outcomes);
        assertEquals(
                outcomes.getFirst().equals(DONE) ? "open" : "closed",
                desk.desk.ticket(a).getString("status"));
    }

    @RepeatedTest(ROUNDS)
    void a_source_is_merged_again_once_it_is_back_or_not_at_all() {
        UUID merge = Ids.next();
        atOnce(merge(merge, a, b));
        List<String> outcomes = atOnce(undo(merge, a, b), merge(Ids.next(), a, c));
        oneOf(List.of(List.of(DONE, DONE), List.of(DONE, "already-merged")), outcomes);
    }

    @RepeatedTest(ROUNDS)
    void a_message_reaches_the_one_who_has_its_conversation() {
        List<String> outcomes = atOnce(
                merge(Ids.next(), a, b),
                call(() -> desk.desk
                        .anna()
                        .body("{\"author\":\"contact\",\"body\":\"Still down\"}")
                        .post("/api/v1/conversations/" + conversation + "/messages")
                        .statusCode()),
                call(() -> desk.desk
                        .anna()
                        .body("{\"author\":\"agent\",\"body\":\"We know\"}")
                        .post("/api/v1/conversations/" + conversation + "/messages")
                        .statusCode()));
        assertEquals(List.of(DONE, "201", "201"), outcomes);
        List<String> told = Stream.of(a, b)
                .flatMap(ticket -> desk.desk.kinds(ticket).stream())
                .filter(kind -> kind.equals("customer_message_received") || kind.equals("agent_replied"))
                .sorted()
                .toList();
        assertEquals(List.of("agent_replied", "customer_message_received"), told);
    }
}
