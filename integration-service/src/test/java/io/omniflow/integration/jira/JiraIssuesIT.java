package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.jira.fake.FakeCall;
import io.omniflow.integration.jira.fake.FakeIssue;
import io.omniflow.integration.jira.fake.Fault;
import io.omniflow.integration.jira.fake.JiraFake;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.Priority;
import io.omniflow.integration.link.domain.PushResult;
import io.omniflow.integration.link.domain.ReportedTicket;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Comment;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import io.omniflow.integration.sync.domain.StateKind;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issues read and changed over HTTP, in both kinds of Jira. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class JiraIssuesIT {
    private static final String CLOUD = "jira_cloud";
    private static final String DATA_CENTER = "jira_data_center";
    private static final ExternalState DONE = new ExternalState("10001", "Done", StateKind.DONE);
    private static final ExternalState WONT_DO = new ExternalState("5", "Won't Do", StateKind.DONE);
    private static final URI TICKET = URI.create("https://desk.example/tickets/42");
    private static final JiraFake JIRA = JiraFake.start(0);

    @Inject
    JiraIssues issues;

    @Inject
    JiraTracker tracker;

    @AfterAll
    static void stop() {
        JIRA.close();
    }

    @BeforeEach
    void calm() {
        JIRA.calm();
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_status_is_reached_over_several_steps_and_a_resolution_set_where_one_is_demanded(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        JIRA.calm();

        Issue moved = done(issues.move(connection, id, DONE));

        assertEquals(DONE, moved.state());
        assertEquals("10100", JIRA.issue(id).resolution());
        assertEquals(3, calls("POST issue transitions"));
        assertEquals(1, calls("GET project statuses"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void asking_for_the_status_an_issue_has_changes_nothing(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        JIRA.move(id, DONE.id());
        JIRA.calm();

        done(issues.move(connection, id, DONE));

        assertEquals(
                List.of("GET issue"),
                JIRA.calls().stream().map(FakeCall::operation).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_step_of_unknown_outcome_is_not_taken_twice(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        JIRA.calm();
        JIRA.fail("POST issue transitions", new Fault.Silence(Fault.Effect.DONE));

        assertInstanceOf(CallResult.Unclear.class, await(issues.move(connection, id, DONE)));
        assertEquals("3", JIRA.issue(id).statusId());

        assertEquals(DONE, done(issues.move(connection, id, DONE)).state());
        assertEquals(3, calls("POST issue transitions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_change_that_met_another_one_is_worth_another_try(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        JIRA.fail("POST issue transitions", new Fault.Answer(Fault.Effect.NONE, 409, Map.of(), "{}"));

        assertInstanceOf(CallResult.Unclear.class, await(issues.move(connection, id, DONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void what_is_in_the_way_of_a_status_is_told(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        CallResult<Issue> demanded = await(issues.move(connection, id, WONT_DO));
        assertEquals(
                new CallResult.Refused<>(Problem.refused(
                        "No way was found from \"To Do\" to \"Won't Do\"; the transition \"Reject\" demands Root cause")),
                demanded);
        assertEquals("1", JIRA.issue(id).statusId());

        String other = made(connection);
        JIRA.fail("POST issue transitions", Fault.refusal("resolution", "You may not work on this"));
        assertEquals(
                new CallResult.Refused<>(Problem.refused("resolution: You may not work on this")),
                await(issues.move(connection, other, DONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_walk_that_ends_on_the_way_is_refused_only_once_the_issue_was_read_where_it_ended(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        Fault noWays = new Fault.Answer(Fault.Effect.NONE, 200, Map.of(), "{\"transitions\": []}");
        JIRA.fail("GET issue transitions", new Fault.Slowness(Duration.ofMillis(1)), noWays);

        assertInstanceOf(CallResult.Unclear.class, await(issues.move(connection, id, DONE)));
        assertEquals("3", JIRA.issue(id).statusId());
        JIRA.calm();

        assertInstanceOf(CallResult.Refused.class, await(issues.move(connection, id, DONE)));
        assertEquals(0, calls("POST issue transitions"));
        assertEquals(DONE, done(issues.move(connection, id, DONE)).state(), "a later wish is tried anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_refusal_on_the_way_is_one_only_when_it_is_the_first_step_that_is_refused(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        Fault fine = new Fault.Slowness(Duration.ofMillis(1));
        Fault refusal = Fault.refusal("resolution", "Ask your lead");
        JIRA.fail("POST issue transitions", fine, fine, refusal, refusal);

        assertInstanceOf(CallResult.Unclear.class, await(issues.move(connection, id, DONE)));
        assertInstanceOf(CallResult.Refused.class, await(issues.move(connection, id, DONE)));
        assertEquals("4", JIRA.issue(id).statusId());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_target_of_another_workflow_is_met_by_its_kind(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);

        Issue moved = done(issues.move(connection, id, new ExternalState("777", "Busy", StateKind.STARTED)));

        assertEquals("In Progress", moved.state().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_comment_of_unknown_outcome_is_found_again_and_not_written_twice(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        Comment comment = new Comment(UUID.randomUUID(), "Ada", "Any news? See *this*");
        JIRA.fail("POST issue comment", new Fault.Silence(Fault.Effect.DONE));

        assertInstanceOf(CallResult.Unclear.class, await(issues.comment(connection, id, comment, Claim.Earlier.NONE)));
        String found = done(issues.comment(connection, id, comment, Claim.Earlier.SOME));

        FakeIssue issue = JIRA.issue(id);
        assertEquals(1, issue.comments().size());
        assertEquals(issue.comments().getFirst().id(), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_comment_that_never_arrived_is_written(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        Comment first = new Comment(UUID.randomUUID(), "Ada", "One");
        Comment second = new Comment(UUID.randomUUID(), "Ada", "One");
        JIRA.fail("POST issue comment", Fault.serverError(Fault.Effect.NONE));

        assertInstanceOf(CallResult.Unclear.class, await(issues.comment(connection, id, first, Claim.Earlier.NONE)));
        done(issues.comment(connection, id, first, Claim.Earlier.SOME));
        done(issues.comment(connection, id, second, Claim.Earlier.SOME));

        assertEquals(2, JIRA.issue(id).comments().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void an_issue_is_read_by_id_and_by_key_and_may_be_missing(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        FakeIssue there = JIRA.issue(id);

        Issue byKey = done(issues.fetch(connection, there.key()));

        assertEquals(byKey, done(issues.fetch(connection, id)));
        assertEquals(id, byKey.id());
        assertEquals(JIRA.url() + "/browse/" + there.key(), byKey.url());
        assertEquals(new ExternalState("1", "To Do", StateKind.TODO), byKey.state());
        assertEquals(Optional.of(there.key()), issues.named(connection, URI.create(byKey.url())));
        assertInstanceOf(CallResult.Missing.class, await(issues.fetch(connection, "ENG-99999")));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void the_states_are_those_of_the_issue_type(String system) {
        assertEquals(
                List.of("To Do", "In Progress", "In Review", "Done", "Won't Do"),
                done(issues.states(connection(system))).stream()
                        .map(ExternalState::name)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_ticket_is_attached_once_and_another_one_beside_it(String system) {
        OpenConnection connection = connection(system);
        Issue issue = done(issues.fetch(connection, made(connection)));
        URI other = URI.create("https://desk.example/tickets/43");

        done(issues.attach(connection, issue, "Ticket #42", TICKET));
        done(issues.attach(connection, issue, "Ticket #43", other));
        done(issues.attach(connection, issue, "Ticket #43", other));

        assertEquals(2, JIRA.issue(issue.id()).remoteLinks().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_jira_that_keeps_failing_is_left_alone_for_a_while(String system) {
        OpenConnection connection = connection(system);
        String id = made(connection);
        JIRA.fail(
                "GET issue",
                Stream.generate(() -> Fault.serverError(Fault.Effect.NONE))
                        .limit(200)
                        .toArray(Fault[]::new));

        Awaitility.await().until(() -> await(issues.fetch(connection, id)) instanceof CallResult.HeldBack<Issue>);
        JIRA.calm();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> await(issues.fetch(connection, id)) instanceof CallResult.Done<Issue>);
    }

    private static OpenConnection connection(String system) {
        return TestConnections.open(system, JIRA.url(), null);
    }

    private String made(OpenConnection connection) {
        IssueDraft draft = new IssueDraft(
                UUID.randomUUID(), new ReportedTicket(42, "Checkout fails", "Steps", Priority.NORMAL), TICKET);
        return assertInstanceOf(PushResult.Made.class, await(tracker.push(connection, draft, Claim.Earlier.NONE)))
                .issue()
                .id();
    }

    private static long calls(String operation) {
        return JIRA.calls().stream()
                .filter(call -> call.operation().equals(operation))
                .count();
    }

    private static <T> T done(Uni<CallResult<T>> call) {
        return switch (await(call)) {
            case CallResult.Done<T>(T value) -> value;
            case CallResult.Missing<T>(Problem problem) -> throw new AssertionError(problem.detail());
            case CallResult.Unclear<T>(Problem problem, var _) -> throw new AssertionError(problem.detail());
            case CallResult.HeldBack<T>(Problem problem, var _) -> throw new AssertionError(problem.detail());
            case CallResult.Refused<T>(Problem problem) -> throw new AssertionError(problem.detail());
        };
    }

    private static <T> T await(Uni<T> call) {
        return call.await().atMost(Duration.ofSeconds(30));
    }
}
