package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.jira.fake.FakeIssue;
import io.omniflow.integration.jira.fake.Fault;
import io.omniflow.integration.jira.fake.JiraFake;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Comment;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import io.omniflow.integration.sync.domain.StateKind;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issues read, commented and tied over HTTP, in both kinds of Jira. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class JiraIssuesIT {
    private static final String CLOUD = "jira_cloud";
    private static final String DATA_CENTER = "jira_data_center";
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
    void a_comment_of_unknown_outcome_is_found_again_and_not_written_twice(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);
        Comment comment = new Comment(UUID.randomUUID(), "Ada", "Any news? See *this*");
        JIRA.fail("POST issue comment", new Fault.Silence(Fault.Effect.DONE));

        assertInstanceOf(
                CallResult.Unclear.class, Called.await(issues.comment(connection, id, comment, Claim.Earlier.NONE)));
        String found = Called.done(issues.comment(connection, id, comment, Claim.Earlier.SOME));

        FakeIssue issue = JIRA.issue(id);
        assertEquals(1, issue.comments().size());
        assertEquals(issue.comments().getFirst().id(), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_comment_that_never_arrived_is_written(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);
        Comment first = new Comment(UUID.randomUUID(), "Ada", "One");
        Comment second = new Comment(UUID.randomUUID(), "Ada", "One");
        JIRA.fail("POST issue comment", Fault.serverError(Fault.Effect.NONE));

        assertInstanceOf(
                CallResult.Unclear.class, Called.await(issues.comment(connection, id, first, Claim.Earlier.NONE)));
        Called.done(issues.comment(connection, id, first, Claim.Earlier.SOME));
        Called.done(issues.comment(connection, id, second, Claim.Earlier.SOME));

        assertEquals(2, JIRA.issue(id).comments().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void an_issue_is_read_by_id_and_by_key_and_may_be_missing(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);
        FakeIssue there = JIRA.issue(id);

        Issue byKey = Called.done(issues.fetch(connection, there.key()));

        assertEquals(byKey, Called.done(issues.fetch(connection, id)));
        assertEquals(id, byKey.id());
        assertEquals(JIRA.url() + "/browse/" + there.key(), byKey.url());
        assertEquals(new ExternalState("1", "To Do", StateKind.TODO), byKey.state());
        assertEquals(Optional.of(there.key()), issues.named(connection, URI.create(byKey.url())));
        assertInstanceOf(CallResult.Missing.class, Called.await(issues.fetch(connection, "ENG-99999")));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void the_states_are_those_of_the_issue_type(String system) {
        assertEquals(
                List.of("To Do", "In Progress", "In Review", "Done", "Won't Do"),
                Called.done(issues.states(connection(system))).stream()
                        .map(ExternalState::name)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_ticket_is_attached_once_and_another_one_beside_it(String system) {
        OpenConnection connection = connection(system);
        Issue issue = Called.done(issues.fetch(connection, Called.made(tracker, connection)));
        URI other = URI.create("https://desk.example/tickets/43");

        Called.done(issues.attach(connection, issue, "Ticket #42", Called.TICKET));
        Called.done(issues.attach(connection, issue, "Ticket #43", other));
        Called.done(issues.attach(connection, issue, "Ticket #43", other));

        assertEquals(2, JIRA.issue(issue.id()).remoteLinks().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {CLOUD, DATA_CENTER})
    void a_jira_that_keeps_failing_is_left_alone_for_a_while(String system) {
        OpenConnection connection = connection(system);
        String id = Called.made(tracker, connection);
        JIRA.fail(
                "GET issue",
                Stream.generate(() -> Fault.serverError(Fault.Effect.NONE))
                        .limit(200)
                        .toArray(Fault[]::new));

        Awaitility.await()
                .until(() -> Called.await(issues.fetch(connection, id)) instanceof CallResult.HeldBack<Issue>);
        JIRA.calm();

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Called.await(issues.fetch(connection, id)) instanceof CallResult.Done<Issue>);
    }

    private static OpenConnection connection(String system) {
        return TestConnections.open(system, JIRA.url(), null);
    }
}
