package io.omniflow.integration;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.jira.fake.FakeIssue;
import io.omniflow.integration.jira.fake.Fault;
import io.omniflow.integration.jira.fake.JiraFake;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong at Jira or on the way there: one issue, or a reason. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class JiraFaultsIT {
    private static final JiraFake JIRA = TestJira.FAKE;
    private Desk desk;

    @BeforeEach
    void open() {
        JIRA.calm();
        desk = new Desk();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    static Stream<Arguments> passing() {
        return Stream.of("jira_cloud", "jira_data_center").flatMap(system -> Stream.of(
                        Fault.tooManyRequests(Map.of("Retry-After", "1")),
                        Fault.tooManyRequests(Map.of()),
                        Fault.serverError(Fault.Effect.NONE),
                        Fault.serverError(Fault.Effect.DONE),
                        Fault.unavailable("1"),
                        Fault.malformed(Fault.Effect.NONE),
                        Fault.malformed(Fault.Effect.DONE),
                        new Fault.Silence(Fault.Effect.NONE),
                        new Fault.Silence(Fault.Effect.DONE),
                        new Fault.EndlessBody(),
                        new Fault.Slowness(Duration.ofMillis(300)),
                        new Fault.Slowness(Duration.ofSeconds(4)))
                .map(fault -> Arguments.of(system, fault)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void a_push_makes_one_issue_that_leads_back_to_the_ticket(String system) {
        String link = desk.push(desk.connect(TestJira.connection(system)));

        desk.await(link, "linked")
                .then()
                .body("key", matchesPattern("ENG-[0-9]+"))
                .body("url", matchesPattern(JIRA.url() + "/browse/ENG-[0-9]+"))
                .body("externalState", equalTo("To Do"))
                .body("problem", nullValue());
        FakeIssue issue = only();
        assertEquals("High", issue.priority());
        assertTrue(
                issue.labels().getFirst().startsWith("desk-42-"), issue.labels().toString());
        assertEquals(Map.of("https://desk.example/tickets/42", "https://desk.example/tickets/42"), issue.remoteLinks());
        assertTrue(issue.description().toString().contains("Steps to see it"));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_fault_while_the_issue_is_made_leaves_one_issue(String system, Fault fault) {
        JIRA.fail("POST issue", fault);

        String link = desk.push(desk.connect(TestJira.connection(system)));

        desk.await(link, "linked").then().body("problem", nullValue());
        assertEquals(1, only().remoteLinks().size());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_fault_while_the_way_back_is_written_leaves_one_issue(String system, Fault fault) {
        JIRA.fail("POST issue remotelink", fault);

        String link = desk.push(desk.connect(TestJira.connection(system)));

        desk.await(link, "linked").then().body("problem", nullValue());
        assertEquals(1, only().remoteLinks().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void an_issue_the_search_missed_is_closed_as_a_duplicate_of_the_older_one(String system) {
        JIRA.fail("POST issue", new Fault.Silence(Fault.Effect.DONE));
        JIRA.blind(1);

        String link = desk.push(desk.connect(TestJira.connection(system)));

        List<FakeIssue> both = awaitTwo(link);
        FakeIssue older = both.getFirst();
        FakeIssue younger = both.getLast();
        desk.link(link)
                .then()
                .body("key", equalTo(older.key()))
                .body("problem.type", equalTo("duplicate-issue"))
                .body(
                        "problem.detail",
                        allOf(containsString(younger.key()), containsString("duplicate of " + older.key())));
        assertEquals("10001", younger.statusId());
        assertEquals("1", older.statusId());
        assertEquals(1, younger.comments().size());
        assertTrue(younger.comments().getFirst().body().toString().contains("duplicate"));
        assertEquals(1, older.remoteLinks().size());
    }

    private List<FakeIssue> awaitTwo(String link) {
        desk.await(link, "linked");
        List<FakeIssue> both = TestJira.issues(desk).stream()
                .sorted(Comparator.comparing(FakeIssue::id))
                .toList();
        assertEquals(2, both.size());
        return both;
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void a_project_without_priorities_gets_its_issue_without_one(String system) {
        JIRA.fail("POST issue", Fault.refusal("priority", "Field 'priority' cannot be set."));

        desk.await(desk.push(desk.connect(TestJira.connection(system))), "linked")
                .then()
                .body("problem", nullValue());

        assertEquals(null, only().priority());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void a_final_refusal_fails_at_once_with_jiras_words(String system) {
        JIRA.fail("POST issue", Fault.refusal("labels", "Field 'labels' cannot be set."));

        desk.await(desk.push(desk.connect(TestJira.connection(system))), "failed")
                .then()
                .body("attempts", equalTo(1))
                .body("problem.type", equalTo("vendor-refused"))
                .body("problem.detail", containsString("Field 'labels' cannot be set."));
        assertEquals(List.of(), TestJira.issues(desk));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void wrong_credentials_fail_at_once(String system) {
        Map<String, Object> wrong = TestJira.connection(system);
        wrong.put(
                "credentials",
                system.equals("jira_cloud")
                        ? Map.of("email", JiraFake.EMAIL, "apiToken", "wrong")
                        : Map.of("token", "wrong"));

        desk.await(desk.push(desk.connect(wrong)), "failed")
                .then()
                .body("problem.type", equalTo("vendor-unauthorized"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void an_issue_that_may_not_be_tied_back_is_linked_all_the_same(String system) {
        JIRA.fail("POST issue remotelink", Fault.forbidden("Issue linking is disabled"));

        desk.await(desk.push(desk.connect(TestJira.connection(system))), "linked")
                .then()
                .body("problem.detail", containsString("Issue linking is disabled"));
    }

    private FakeIssue only() {
        List<FakeIssue> issues = TestJira.issues(desk);
        assertEquals(1, issues.size(), issues.toString());
        return issues.getFirst();
    }
}
