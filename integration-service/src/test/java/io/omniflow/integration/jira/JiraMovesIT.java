package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.jira.fake.FakeCall;
import io.omniflow.integration.jira.fake.Fault;
import io.omniflow.integration.jira.fake.JiraFake;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import io.omniflow.integration.sync.domain.StateKind;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issues brought from status to status over HTTP, in both kinds of Jira. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class JiraMovesIT {
    private static final String CLOUD = "jira_cloud";
    private static final String DATA_CENTER = "jira_data_center";
    private static final ExternalState DONE = new ExternalState("10001", "Done", StateKind.DONE);
    private static final ExternalState WONT_DO = new ExternalState("5", "Won't Do", StateKind.DONE);
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
        String id = Called.made(tracker, connection);
        JIRA.calm();

        Issue moved = Called.done(issues.move(connection, id, DONE));

        assertEquals(DONE, moved.state());
        assertEquals("10100", JIRA.issue(id).resolution());
        assertEquals(3, calls("POST issue transitions"));
        assertEquals(1, calls("GET project statuses"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void asking_for_the_status_an_issue_has_changes_nothing(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);
        JIRA.move(id, DONE.id());
        JIRA.calm();

        Called.done(issues.move(connection, id, DONE));

        assertEquals(
                List.of("GET issue"),
                JIRA.calls().stream().map(FakeCall::operation).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_step_of_unknown_outcome_is_not_taken_twice(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);
        JIRA.calm();
        JIRA.fail("POST issue transitions", new Fault.Silence(Fault.Effect.DONE));

        assertInstanceOf(CallResult.Unclear.class, Called.await(issues.move(connection, id, DONE)));
        assertEquals("3", JIRA.issue(id).statusId());

        assertEquals(DONE, Called.done(issues.move(connection, id, DONE)).state());
        assertEquals(3, calls("POST issue transitions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_change_that_met_another_one_is_worth_another_try(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);
        JIRA.fail("POST issue transitions", new Fault.Answer(Fault.Effect.NONE, 409, Map.of(), "{}"));

        assertInstanceOf(CallResult.Unclear.class, Called.await(issues.move(connection, id, DONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void what_is_in_the_way_of_a_status_is_told(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);
        CallResult<Issue> demanded = Called.await(issues.move(connection, id, WONT_DO));
        assertEquals(
                new CallResult.Refused<>(Problem.refused(
                        "No way was found from \"To Do\" to \"Won't Do\"; the transition \"Reject\" demands"
                                + " Root cause")),
                demanded);
        assertEquals("1", JIRA.issue(id).statusId());

        String other = Called.made(tracker, connection);
        JIRA.fail("POST issue transitions", Fault.refusal("resolution", "You may not work on this"));
        assertEquals(
                new CallResult.Refused<>(Problem.refused("resolution: You may not work on this")),
                Called.await(issues.move(connection, other, DONE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_walk_that_ends_on_the_way_is_refused_only_once_the_issue_was_read_where_it_ended(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);
        Fault noWays = new Fault.Answer(Fault.Effect.NONE, 200, Map.of(), "{\"transitions\": []}");
        JIRA.fail("GET issue transitions", new Fault.Slowness(Duration.ofMillis(1)), noWays);

        assertInstanceOf(CallResult.Unclear.class, Called.await(issues.move(connection, id, DONE)));
        assertEquals("3", JIRA.issue(id).statusId());
        JIRA.calm();

        assertInstanceOf(CallResult.Refused.class, Called.await(issues.move(connection, id, DONE)));
        assertEquals(0, calls("POST issue transitions"));
        assertEquals(DONE, Called.done(issues.move(connection, id, DONE)).state(), "a later wish is tried anew");
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_refusal_on_the_way_is_one_only_when_it_is_the_first_step_that_is_refused(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);
        Fault fine = new Fault.Slowness(Duration.ofMillis(1));
        Fault refusal = Fault.refusal("resolution", "Ask your lead");
        JIRA.fail("POST issue transitions", fine, fine, refusal, refusal);

        assertInstanceOf(CallResult.Unclear.class, Called.await(issues.move(connection, id, DONE)));
        assertInstanceOf(CallResult.Refused.class, Called.await(issues.move(connection, id, DONE)));
        assertEquals("4", JIRA.issue(id).statusId());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_target_of_another_workflow_is_met_by_its_kind(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);

        Issue moved = Called.done(issues.move(connection, id, new ExternalState("777", "Busy", StateKind.STARTED)));

        assertEquals("In Progress", moved.state().name());
    }

    private static OpenConnection connection(String system) {
        return TestConnections.open(system, JIRA.url(), null);
    }

    private static long calls(String operation) {
        return JIRA.calls().stream()
                .filter(call -> call.operation().equals(operation))
                .count();
    }
}
