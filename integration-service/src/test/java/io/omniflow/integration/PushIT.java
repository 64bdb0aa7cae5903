package io.omniflow.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.EventHeaders;
import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.Problem;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.Topics;
import io.omniflow.integration.linear.fake.FakeCall;
import io.omniflow.integration.linear.fake.FakeIssue;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class PushIT {
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void a_push_makes_one_issue_and_tells_its_address() {
        try (Watch facts = Events.watch(Topics.INTEGRATIONS)) {
            String link = desk.push(desk.connect());

            desk.await(link, "linked")
                    .then()
                    .body("key", matchesPattern("ENG-[0-9]+"))
                    .body("url", matchesPattern("https://linear.app/fake/issue/ENG-[0-9]+"))
                    .body("externalState", equalTo("Todo"))
                    .body("attempts", greaterThanOrEqualTo(1))
                    .body("problem", nullValue());
            assertEquals(1, desk.issues().size());
            FakeIssue issue = desk.issues().getFirst();
            assertEquals(2, issue.priority());
            assertEquals("Steps to see it", issue.description());
            assertEquals(
                    "https://desk.example/tickets/42",
                    issue.attachments().getFirst().url());

            SeenEvent fact = facts.await(event -> event.subject().equals(desk.ticket));
            IntegrationEvent.LinkCreated created = (IntegrationEvent.LinkCreated) fact.data();
            assertEquals(issue.url(), created.url());
            assertEquals(issue.identifier(), created.key());
            assertEquals(link, created.linkId().toString());
            assertEquals(link, fact.header(EventHeaders.CORRELATION));
            assertEquals("agent:agent-1", fact.header(EventHeaders.ACTOR));
        }
    }

    @Test
    void before_the_owner_answers_the_link_is_requested_only() {
        Response asked = desk.askFor(desk.connect());

        asked.then()
                .statusCode(202)
                .header("Location", matchesPattern(".*/api/v1/integrations/links/" + asked.path("id")))
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("requested"))
                .body("system", equalTo("linear"))
                .body("key", nullValue())
                .body("url", nullValue());
    }

    @Test
    void asking_twice_is_asking_once() {
        String connection = desk.connect();
        String first = desk.askFor(connection).path("id");

        desk.askFor(connection).then().statusCode(202).body("id", equalTo(first));
        desk.owner.report(desk.ticket, desk.title, null);
        desk.await(first, "linked");
        desk.askFor(connection).then().statusCode(200).body("id", equalTo(first));

        assertEquals(1, desk.issues().size());
    }

    @Test
    void two_who_ask_at_the_same_moment_get_the_same_link() {
        String connection = desk.connect();

        var asked = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() ->
                        desk.askFor(connection).then().statusCode(202).extract().<String>path("id")))
                .toList();

        assertEquals(1, asked.stream().map(CompletableFuture::join).distinct().count());
    }

    @Test
    void an_idempotency_key_repeats_the_first_answer() {
        String connection = desk.connect();
        Response first = desk.as("agent")
                .header("Idempotency-Key", "k-1")
                .body(Desk.wish(connection, desk.ticket))
                .post(Desk.LINKS);
        Response second = desk.as("agent")
                .header("Idempotency-Key", "k-1")
                .body(Desk.wish(connection, desk.ticket))
                .post(Desk.LINKS);

        assertEquals(first.asString(), second.asString());
        desk.as("agent")
                .header("Idempotency-Key", "k-1")
                .body(Desk.wish(connection, UUID.randomUUID()))
                .post(Desk.LINKS)
                .then()
                .statusCode(422);
    }

    @Test
    void who_waits_is_answered_when_the_issue_is_made() {
        String connection = desk.connect();
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> desk.as("agent")
                .header("Prefer", "wait=20")
                .body(Desk.wish(connection, desk.ticket))
                .post(Desk.LINKS));
        desk.owner.report(desk.ticket, desk.title, null);

        waiting.join().then().statusCode(201).body("state", equalTo("linked")).body("key", matchesPattern("ENG-.*"));
    }

    @Test
    void who_waits_for_a_ticket_that_is_not_there_is_told_so() {
        String connection = desk.connect();
        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(() -> desk.as("agent")
                .header("Prefer", "wait=20")
                .body(Desk.wish(connection, desk.ticket))
                .post(Desk.LINKS));
        desk.owner.reject(desk.ticket);

        waiting.join()
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", equalTo("The ticket is not there"));
    }

    @Test
    void a_rejected_link_says_why_and_can_be_asked_for_again() {
        String connection = desk.connect();
        String link = desk.askFor(connection).path("id");
        desk.owner.reject(desk.ticket);
        desk.await(link, "rejected").then().body("problem.type", equalTo("not-found"));

        desk.askFor(connection).then().statusCode(202).body("id", equalTo(link)).body("state", equalTo("requested"));
        desk.owner.report(desk.ticket, desk.title, null);

        desk.await(link, "linked");
        assertEquals(1, desk.issues().size());
    }

    @Test
    void a_link_whose_question_got_lost_can_be_asked_for_again() throws SQLException {
        String connection = desk.connect();
        String link = desk.askFor(connection).path("id");
        SeenEvent lost = desk.owner.question(desk.ticket);
        askedMinutesAgo(link, 3);

        desk.askFor(connection).then().statusCode(202).body("id", equalTo(link)).body("state", equalTo("requested"));
        TicketOwner.answer(lost, new TicketAnswer.StateReported(TicketOwner.state(desk.ticket, "an old title", null)));
        desk.owner.report(desk.ticket, desk.title, null);

        desk.await(link, "linked");
        assertEquals(1, desk.issues().size());
    }

    private static void askedMinutesAgo(String link, int minutes) throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement change = database.prepareStatement(
                        "update link set updated_at = updated_at - make_interval(mins => ?)" + " where id = ?::uuid")) {
            change.setInt(1, minutes);
            change.setString(2, link);
            assertEquals(1, change.executeUpdate());
        }
    }

    @Test
    void a_merged_ticket_is_not_pushed() {
        String link = desk.askFor(desk.connect()).path("id");
        desk.owner.report(desk.ticket, desk.title, UUID.randomUUID());

        desk.await(link, "rejected").then().body("problem.type", equalTo("already-merged"));
        assertTrue(desk.issues().isEmpty());
    }

    @Test
    void an_answer_to_an_older_question_changes_nothing() {
        String connection = desk.connect();
        String link = desk.askFor(connection).path("id");
        SeenEvent first = desk.owner.question(desk.ticket);
        TicketOwner.answer(
                first, new TicketAnswer.CommandRejected("report_state", new Problem("not-found", 404, "gone")));
        desk.await(link, "rejected");
        desk.askFor(connection).then().statusCode(202);

        TicketOwner.answer(first, new TicketAnswer.StateReported(TicketOwner.state(desk.ticket, "an old title", null)));
        desk.owner.report(desk.ticket, desk.title, null);

        desk.await(link, "linked");
        assertEquals(1, desk.issues().size());
    }

    @Test
    void untying_tells_it_and_leaves_the_issue() {
        try (Watch facts = Events.watch(Topics.INTEGRATIONS)) {
            String connection = desk.connect();
            String link = desk.push(connection);
            String etag = desk.await(link, "linked").header("ETag");

            desk.as("agent")
                    .header("If-Match", "\"1\"")
                    .delete(Desk.LINKS + "/" + link)
                    .then()
                    .statusCode(412);
            desk.as("agent")
                    .header("If-Match", etag)
                    .delete(Desk.LINKS + "/" + link)
                    .then()
                    .statusCode(204);

            desk.link(link).then().statusCode(404);
            facts.await(event ->
                    event.subject().equals(desk.ticket) && event.data() instanceof IntegrationEvent.LinkRemoved);
            assertEquals(1, desk.issues().size());
            String another =
                    desk.askFor(connection).then().statusCode(202).extract().path("id");
            assertNotEquals(link, another);
        }
    }

    @Test
    void a_wish_that_was_not_delivered_can_be_taken_back() {
        String link = desk.askFor(desk.connect()).path("id");

        desk.as("agent").delete(Desk.LINKS + "/" + link).then().statusCode(204);
        desk.owner.report(desk.ticket, desk.title, null);

        desk.link(link).then().statusCode(404);
        assertTrue(desk.issues().isEmpty());
    }

    @Test
    void a_removed_connection_fails_what_was_to_be_delivered_over_it() {
        String connection = desk.connect();
        String link = desk.askFor(connection).path("id");
        desk.as("admin").delete(Desk.CONNECTIONS + "/" + connection).then().statusCode(204);
        desk.owner.report(desk.ticket, desk.title, null);

        desk.await(link, "failed").then().body("problem.type", equalTo("connection-removed"));
    }

    @Test
    void a_reported_ticket_reaches_linear_at_once() {
        String connection = desk.connect();
        List<Duration> pauses = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            UUID ticket = UUID.randomUUID();
            String title = "Measured " + ticket;
            desk.askFor(connection, ticket).then().statusCode(202);
            SeenEvent question = desk.owner.question(ticket);
            Instant answered = Instant.now();
            TicketOwner.answer(question, new TicketAnswer.StateReported(TicketOwner.state(ticket, title, null)));
            pauses.add(Duration.between(answered, firstCallAbout(title)));
        }
        pauses.sort(null);
        System.out.printf(
                "from the owner's answer to Linear's call, %d pushes: p50 %d ms, longest %d ms%n",
                pauses.size(),
                pauses.get(pauses.size() / 2).toMillis(),
                pauses.getLast().toMillis());
        assertTrue(pauses.get(pauses.size() / 2).toMillis() < 1_000, "waits for a signal, not for a poll");
    }

    private static Instant firstCallAbout(String title) {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> TestLinear.FAKE.calls("IssueCreate").stream()
                                .filter(call -> call.variables().toString().contains(title))
                                .map(FakeCall::at)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void a_tickets_links_are_listed_in_pages() {
        String first = desk.askFor(desk.connect()).path("id");
        String second = desk.askFor(desk.connect()).path("id");

        Response page = desk.as("viewer").get(Desk.LINKS + "?limit=1&ticketId=" + desk.ticket);
        page.then().body("items.size()", equalTo(1)).body("items[0].id", equalTo(first));
        desk.as("viewer")
                .queryParam("cursor", page.<String>path("nextCursor"))
                .get(Desk.LINKS + "?limit=1&ticketId=" + desk.ticket)
                .then()
                .body("items[0].id", equalTo(second))
                .body("nextCursor", nullValue());
        desk.as("viewer").get(Desk.LINKS).then().body("items.id", equalTo(List.of(first, second)));
    }
}
