package io.omniflow.integration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.Topics;
import io.omniflow.integration.linear.fake.FakeCall;
import io.omniflow.integration.linear.fake.Fault;
import io.omniflow.integration.linear.fake.LinearFake;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.SeenEvent;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong at Linear or on the way there: one issue, or a reason. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class LinearFaultsIT {
    private static final LinearFake LINEAR = TestLinear.FAKE;
    private Desk desk;

    @BeforeEach
    void open() {
        LINEAR.calm();
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    static Stream<Fault> passing() {
        return Stream.of(
                Fault.tooManyRequests(Map.of("Retry-After", "1")),
                Fault.tooManyRequests(Map.of()),
                Fault.rateLimited(400, Map.of()),
                Fault.rateLimited(200, Map.of()),
                Fault.serverError(Fault.Effect.NONE),
                Fault.serverError(Fault.Effect.DONE),
                Fault.malformed(Fault.Effect.NONE),
                Fault.malformed(Fault.Effect.DONE),
                Fault.error("internal error", "Something broke"),
                Fault.error("lock timeout", "Busy"),
                new Fault.Silence(Fault.Effect.NONE),
                new Fault.Silence(Fault.Effect.DONE),
                new Fault.Slowness(Duration.ofMillis(300)),
                new Fault.Slowness(Duration.ofSeconds(4)));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_fault_while_the_issue_is_made_leaves_one_issue(Fault fault) {
        LINEAR.fail("IssueCreate", fault);

        String link = desk.push(desk.connect());

        desk.await(link, "linked");
        assertEquals(1, desk.issues().size());
        assertEquals(1, desk.issues().getFirst().attachments().size());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_fault_while_the_ticket_is_attached_leaves_one_issue_and_one_way_back(Fault fault) {
        LINEAR.fail("AttachmentCreate", fault);

        String link = desk.push(desk.connect());

        desk.await(link, "linked");
        assertEquals(1, desk.issues().size());
        assertEquals(1, desk.issues().getFirst().attachments().size());
    }

    @Test
    void an_issue_that_was_made_in_silence_is_found_and_not_made_again() {
        LINEAR.fail("IssueCreate", new Fault.Silence(Fault.Effect.DONE));

        desk.await(desk.push(desk.connect()), "linked");

        assertEquals(List.of("IssueCreate", "IssueById", "AttachmentCreate"), operations());
    }

    @Test
    void a_refused_creation_is_believed_only_after_a_look() {
        LINEAR.fail("IssueCreate", new Fault.Silence(Fault.Effect.DONE));
        LINEAR.fail("IssueById", Fault.error("invalid input", "Entity not found: Issue"));

        desk.await(desk.push(desk.connect()), "linked");

        assertEquals(List.of("IssueCreate", "IssueById", "IssueCreate", "IssueById", "AttachmentCreate"), operations());
        assertEquals(1, desk.issues().size());
    }

    @Test
    void retry_after_is_kept() {
        LINEAR.fail("IssueCreate", Fault.tooManyRequests(Map.of("Retry-After", "2")));

        desk.await(desk.push(desk.connect()), "linked");

        assertPause(Duration.ofSeconds(2));
    }

    @Test
    void the_reset_of_an_exhausted_limit_is_kept() {
        Instant reset = Instant.now().plusSeconds(3);
        LINEAR.fail(
                "IssueCreate",
                Fault.rateLimited(
                        400,
                        Map.of(
                                "x-ratelimit-requests-remaining",
                                "0",
                                "x-ratelimit-requests-reset",
                                String.valueOf(reset.toEpochMilli()))));

        desk.await(desk.push(desk.connect()), "linked");

        assertFalse(calls().get(1).at().isBefore(reset));
    }

    @Test
    void when_all_retries_are_used_up_it_is_a_dead_letter_that_can_be_retried_by_hand() {
        LINEAR.fail("IssueCreate", new Fault.Silence(Fault.Effect.DONE));
        LINEAR.fail(
                "IssueById",
                Fault.serverError(Fault.Effect.NONE),
                Fault.serverError(Fault.Effect.NONE),
                Fault.serverError(Fault.Effect.NONE));
        try (Watch facts = Events.watch(Topics.INTEGRATIONS)) {
            String link = desk.push(desk.connect());

            desk.await(link, "failed")
                    .then()
                    .body("attempts", equalTo(4))
                    .body("problem.type", equalTo("vendor-unavailable"));
            SeenEvent fact = facts.await(event -> event.subject().equals(desk.ticket));
            IntegrationEvent.DeliveryDead dead = (IntegrationEvent.DeliveryDead) fact.data();
            assertEquals(4, dead.attempts());
            String delivery = dead.deliveryId().toString();
            desk.as("agent")
                    .get(Desk.DELIVERIES + "?state=dead")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(delivery));

            desk.as("agent")
                    .post(Desk.DELIVERIES + "/" + delivery + "/retry")
                    .then()
                    .statusCode(200)
                    .body("state", equalTo("ready"));
            desk.await(link, "linked");
            assertEquals(1, desk.issues().size());
            desk.as("agent")
                    .post(Desk.DELIVERIES + "/" + delivery + "/retry")
                    .then()
                    .statusCode(409);
            desk.as("agent").get(Desk.DELIVERIES + "?state=dead").then().body("items.id", not(hasItem(delivery)));
        }
    }

    @Test
    void a_final_refusal_fails_at_once_with_linears_words() {
        LINEAR.fail("IssueCreate", Fault.error("invalid input", "Title is too long"));

        String link = desk.push(desk.connect());

        desk.await(link, "failed")
                .then()
                .body("attempts", equalTo(1))
                .body("problem.type", equalTo("vendor-refused"))
                .body("problem.detail", containsString("Title is too long"));
        assertEquals(
                1,
                LINEAR.calls("IssueCreate").stream()
                        .filter(call -> call.variables().toString().contains(desk.title))
                        .count());
    }

    @Test
    void a_wrong_key_fails_at_once_and_the_link_works_once_the_key_does() {
        Map<String, Object> wrong = Desk.connection();
        wrong.put("credentials", Map.of("apiKey", "lin_api_wrong"));
        String connection = desk.connect(wrong);
        String link = desk.push(connection);
        desk.await(link, "failed").then().body("problem.type", equalTo("vendor-unauthorized"));

        desk.as("admin")
                .body(Map.of("credentials", Map.of("apiKey", LinearFake.API_KEY)))
                .patch(Desk.CONNECTIONS + "/" + connection)
                .then()
                .statusCode(200);
        desk.push(connection);

        desk.await(link, "linked");
        assertEquals(1, desk.issues().size());
    }

    @Test
    void an_issue_that_cannot_be_tied_back_is_linked_all_the_same() {
        LINEAR.fail("AttachmentCreate", Fault.error("invalid input", "url is not allowed"));

        String link = desk.push(desk.connect());

        desk.await(link, "linked").then().body("problem.detail", containsString("url is not allowed"));
    }

    @Test
    void a_connection_that_keeps_failing_is_left_alone_for_a_while() {
        Fault down = Fault.serverError(Fault.Effect.NONE);
        LINEAR.fail("IssueCreate", Stream.generate(() -> down).limit(60).toArray(Fault[]::new));
        LINEAR.fail("IssueById", Stream.generate(() -> down).limit(60).toArray(Fault[]::new));
        String connection = desk.connect();
        for (int i = 0; i < 12; i++) {
            UUID ticket = UUID.randomUUID();
            desk.askFor(connection, ticket).then().statusCode(202);
            desk.owner.report(ticket, desk.title, null);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> desk.as("agent").get(Desk.DELIVERIES).<List<String>>path("items.problem.detail").stream()
                        .anyMatch(detail -> detail != null && detail.contains("left alone")));

        LINEAR.calm();
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> deliveries("ready") == 0);
        assertTrue(deliveries("delivered") > 0, "it recovers by itself");
    }

    private int deliveries(String state) {
        return desk.as("agent")
                .get(Desk.DELIVERIES + "?state=" + state)
                .<List<?>>path("items")
                .size();
    }

    private void assertPause(Duration least) {
        List<FakeCall> calls = calls();
        Duration pause = Duration.between(calls.getFirst().at(), calls.get(1).at());
        assertTrue(pause.compareTo(least) >= 0, "came back after " + pause);
    }

    private List<String> operations() {
        return calls().stream().map(FakeCall::operation).toList();
    }

    /** The calls about this desk's one issue. */
    private List<FakeCall> calls() {
        String id = desk.issues().getFirst().id();
        return LINEAR.calls().stream()
                .filter(call -> call.variables().toString().contains(id))
                .toList();
    }
}
