package io.omniflow.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.TicketStatus;
import io.omniflow.integration.linear.fake.FakeCall;
import io.omniflow.integration.linear.fake.FakeComment;
import io.omniflow.integration.linear.fake.FakeIssue;
import io.omniflow.integration.linear.fake.FakeWorkflow;
import io.omniflow.integration.linear.fake.Fault;
import io.omniflow.integration.linear.fake.LinearFake;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Many tickets and their issues, changed on both sides while a tenth of all calls goes wrong and webhooks come twice or not
 * at all.
 */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SyncStoryIT {
    private static final LinearFake LINEAR = TestLinear.FAKE;
    private static final int CHANGES = 4;
    private static final int TICKETS_A_CONNECTION = 10;
    private static final List<TicketStatus> STATUSES =
            List.of(TicketStatus.OPEN, TicketStatus.IN_PROGRESS, TicketStatus.RESOLVED, TicketStatus.CLOSED);
    private static final List<FakeWorkflow> STATES = List.of(
            FakeWorkflow.BACKLOG,
            FakeWorkflow.TODO,
            FakeWorkflow.IN_PROGRESS,
            FakeWorkflow.IN_REVIEW,
            FakeWorkflow.DONE);

    private SyncedDesk desk;

    private record Pair(UUID ticket, String link, String issue) {}

    @BeforeEach
    void open() {
        LINEAR.calm();
        desk = new SyncedDesk();
    }

    @AfterEach
    void close() {
        LINEAR.calm();
        desk.close();
    }

    @Test
    void thirty_tickets_and_their_issues_end_alike() {
        endAlike(30);
    }

    @Test
    @Tag("benchmark")
    void five_hundred_tickets_and_their_issues_end_alike() {
        endAlike(500);
    }

    private void endAlike(int tickets) {
        Random random = new Random(6);
        misbehave(random);
        List<Pair> pairs = tied(tickets);
        int callsBefore = LINEAR.calls("IssueUpdate").size();

        for (int change = 0; change < CHANGES; change++) {
            for (Pair pair : pairs) {
                desk.tickets.change(pair.ticket(), any(STATUSES, random));
                LINEAR.move(pair.issue(), any(STATES, random));
            }
        }
        pairs.forEach(pair -> desk.tickets.note(pair.ticket(), "Note " + pair.ticket(), "engineering"));

        untilAlike(pairs);
        int moves = LINEAR.calls("IssueUpdate").size() - callsBefore;
        assertTrue(moves <= tickets * CHANGES * 3, () -> moves + " moves");
        for (Pair pair : pairs) {
            assertEquals(1, made(pair), "one issue each");
            List<FakeComment> notes = LINEAR.issue(pair.issue()).comments();
            assertEquals(1, notes.size(), () -> "one comment each: " + notes);
        }
        quiet(pairs);
    }

    /** Ten of a hundred calls fail, half of them after they took effect; of webhooks a tenth is lost and as many come twice. */
    private static void misbehave(Random random) {
        LINEAR.misbehave(() -> fault(random));
        LINEAR.webhookCopies(() -> copies(random));
    }

    private static synchronized @Nullable Fault fault(Random random) {
        return switch (random.nextInt(50)) {
            case 0 -> Fault.serverError(Fault.Effect.NONE);
            case 1 -> Fault.serverError(Fault.Effect.DONE);
            case 2 -> Fault.malformed(Fault.Effect.DONE);
            case 3 -> Fault.tooManyRequests(Map.of());
            case 4 -> new Fault.Silence(random.nextBoolean() ? Fault.Effect.DONE : Fault.Effect.NONE);
            default -> null;
        };
    }

    private static synchronized int copies(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> 2;
            default -> 1;
        };
    }

    private List<Pair> tied(int tickets) {
        List<Pair> pairs = new ArrayList<>();
        List<UUID> opened = new ArrayList<>();
        List<String> links = new ArrayList<>();
        String connection = "";
        for (int i = 0; i < tickets; i++) {
            if (i % TICKETS_A_CONNECTION == 0) {
                connection = desk.connect();
                desk.listen(connection);
                carryComments(connection);
            }
            UUID ticket = desk.tickets.open("Story " + i + " " + desk.desk.workspace);
            opened.add(ticket);
            links.add(desk.desk
                    .askFor(connection, ticket)
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id"));
        }
        for (int i = 0; i < tickets; i++) {
            String link = links.get(i);
            Awaitility.await("linked " + link)
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> linkedOrAskedAgain(link));
            pairs.add(new Pair(opened.get(i), link, desk.issueOf(link).id()));
        }
        return pairs;
    }

    /** Four attempts can all go wrong; then somebody retries by hand. */
    private boolean linkedOrAskedAgain(String link) {
        String state = desk.desk.link(link).path("state");
        if (state.equals("failed")) {
            desk.desk.as("agent").post(Desk.DELIVERIES + "/" + desk.desk.deliveryOf(link) + "/retry");
        }
        return state.equals("linked");
    }

    private void carryComments(String connection) {
        Map<String, Object> mapping = desk.desk
                .as("admin")
                .get(Desk.CONNECTIONS + "/" + connection + "/mapping")
                .then()
                .extract()
                .path("$");
        mapping.put("comments", true);
        desk.desk
                .as("admin")
                .body(mapping)
                .put(Desk.CONNECTIONS + "/" + connection + "/mapping")
                .then()
                .statusCode(200);
    }

    private void untilAlike(List<Pair> pairs) {
        Awaitility.await("alike")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    List<Pair> apart =
                            pairs.stream().filter(pair -> !alike(pair)).toList();
                    apart.forEach(pair -> SyncedDesk.sweep(pair.link()));
                    List<Pair> unsaid = pairs.stream()
                            .filter(pair ->
                                    LINEAR.issue(pair.issue()).comments().isEmpty())
                            .toList();
                    retryGivenUp();
                    return apart.isEmpty() && unsaid.isEmpty();
                });
    }

    private void retryGivenUp() {
        List<String> dead = desk.desk
                .as("agent")
                .get(Desk.DELIVERIES + "?state=dead&limit=200")
                .path("items.id");
        dead.forEach(id -> desk.desk.as("agent").post(Desk.DELIVERIES + "/" + id + "/retry"));
    }

    /** Read once more without faults, nobody finds anything to do. */
    private void quiet(List<Pair> pairs) {
        LINEAR.calm();
        pairs.forEach(pair -> SyncedDesk.sweep(pair.link()));
        SyncedDesk.until("all are read again", () -> LINEAR.calls("IssueById").stream()
                .map(call -> String.valueOf(call.variables().get("id")))
                .collect(Collectors.toSet())
                .containsAll(pairs.stream().map(Pair::issue).toList()));
        List<FakeCall> moves = LINEAR.calls("IssueUpdate");
        assertEquals(List.of(), moves);
        pairs.forEach(pair -> assertTrue(alike(pair)));
    }

    private boolean alike(Pair pair) {
        FakeIssue issue = LINEAR.issue(pair.issue());
        return switch (desk.tickets.status(pair.ticket())) {
            case OPEN -> List.of("Backlog", "Todo").contains(issue.stateName());
            case IN_PROGRESS -> List.of("In Progress", "In Review").contains(issue.stateName());
            case RESOLVED, CLOSED -> issue.stateName().equals("Done");
            case WAITING -> true;
        };
    }

    private long made(Pair pair) {
        String title = desk.tickets.ticket(pair.ticket()).title();
        return LINEAR.issues().stream()
                .filter(issue -> issue.title().equals(title))
                .count();
    }

    private static <T> T any(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
