package io.omniflow.integration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketStatus;
import io.omniflow.integration.jira.fake.FakeIssue;
import io.omniflow.integration.jira.fake.Fault;
import io.omniflow.integration.jira.fake.JiraFake;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A ticket and its issue in Jira, followed both ways over a workflow of several steps. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class JiraSyncIT {
    private static final JiraFake JIRA = TestJira.FAKE;
    private static final String SECRET = "jira-wh-0123456789abcdef";
    private static final String IN_PROGRESS = "3";
    private static final String DONE = "10001";

    private SyncedDesk desk;
    private UUID ticket;
    private String connection = "";
    private String link = "";
    private URI hook = URI.create("http://not-yet.invalid");

    @BeforeEach
    void open() {
        JIRA.calm();
        desk = new SyncedDesk();
        ticket = desk.tickets.open(desk.desk.title);
    }

    @AfterEach
    void close() {
        JIRA.unhook(hook);
        JIRA.calm();
        desk.close();
    }

    /** Cloud's webhooks are signed; Data Center's carry the token here, as unsigned ones do. */
    private void tie(String system) {
        Map<String, Object> body = TestJira.connection(system);
        body.put("sync", "bidirectional");
        body.put("webhookSecret", SECRET);
        connection = desk.desk.connect(body);
        link = desk.tie(connection, ticket);
        String address = "http://localhost:" + RestAssured.port + "/webhooks/jira/" + connection;
        boolean signed = system.equals("jira_cloud");
        hook = URI.create(signed ? address : address + "?token=" + SECRET);
        JIRA.hook(hook, signed ? SECRET : null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void a_tickets_status_moves_its_issue_over_every_step_and_no_step_comes_back(String system) {
        tie(system);
        JIRA.webhookCopies(() -> 2);

        desk.tickets.change(ticket, TicketStatus.RESOLVED);

        awaitIssue(DONE);
        SyncedDesk.until("the ticket shows it", () -> shown().contains("Done"));
        assertEquals(List.of(), asked());
        assertEquals(TicketStatus.RESOLVED, desk.tickets.status(ticket));
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void an_issues_status_moves_its_ticket(String system) {
        tie(system);
        SyncedDesk.until("the new issue is read", () -> steps("GET issue") >= 2);

        JIRA.move(issue().id(), IN_PROGRESS);
        desk.awaitStatus(ticket, TicketStatus.IN_PROGRESS);

        JIRA.move(issue().id(), DONE);
        desk.awaitStatus(ticket, TicketStatus.RESOLVED);
        assertEquals(0, steps("POST issue transitions"));
    }

    static Stream<Arguments> passing() {
        return Stream.of("jira_cloud", "jira_data_center").flatMap(system -> Stream.of(
                        Fault.tooManyRequests(Map.of("Retry-After", "1")),
                        Fault.serverError(Fault.Effect.NONE),
                        Fault.serverError(Fault.Effect.DONE),
                        new Fault.Silence(Fault.Effect.NONE),
                        new Fault.Silence(Fault.Effect.DONE))
                .map(fault -> Arguments.of(system, fault)));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_fault_on_the_way_leaves_both_alike(String system, Fault fault) {
        tie(system);
        JIRA.fail("POST issue transitions", new Fault.Slowness(Duration.ofMillis(1)), fault);

        desk.tickets.change(ticket, TicketStatus.RESOLVED);

        awaitIssue(DONE);
        SyncedDesk.until("the ticket shows it", () -> shown().contains("Done"));
        assertEquals(TicketStatus.RESOLVED, desk.tickets.status(ticket));
        assertEquals(List.of(), asked(), "no step of ours is taken for somebody else's doing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void a_refusal_on_the_way_leaves_the_ticket_as_it_is(String system) {
        tie(system);
        Fault fine = new Fault.Slowness(Duration.ofMillis(1));
        Fault refusal = Fault.refusal("resolution", "Ask your lead");
        JIRA.fail("POST issue transitions", fine, fine, refusal, refusal);

        desk.tickets.change(ticket, TicketStatus.RESOLVED);

        SyncedDesk.until("the refusal is shown", () -> "resolution: Ask your lead"
                .equals(desk.desk.link(link).path("problem.detail")));
        SyncedDesk.sweep(link);
        SyncedDesk.until("the issue is where it got to", () -> shown().contains("In Review"));
        assertEquals(TicketStatus.RESOLVED, desk.tickets.status(ticket));
        assertEquals(List.of(), asked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jira_cloud", "jira_data_center"})
    void notes_for_engineering_become_comments_and_comments_become_notes_once(String system) {
        tie(system);
        desk.desk
                .as("admin")
                .body("{\"toTicket\": [{\"kind\": \"done\", \"status\": \"resolved\"}], \"toIssue\": {},"
                        + " \"comments\": true}")
                .put(Desk.CONNECTIONS + "/" + connection + "/mapping")
                .then()
                .statusCode(200);
        JIRA.webhookCopies(() -> 2);
        JIRA.fail("POST issue comment", new Fault.Silence(Fault.Effect.DONE));

        desk.tickets.note(ticket, "Happens with *3-D Secure* only", "engineering");
        SyncedDesk.until("the note is a comment", () -> issue().comments().size() == 1);
        JIRA.say(issue().id(), "Grace", "Fixed in 4.2");
        SyncedDesk.until("the comment is a note", () -> !notes().isEmpty());
        JIRA.say(issue().id(), "Alan", "Released");
        SyncedDesk.until("so is the next", () -> notes().size() >= 2);

        assertEquals(List.of("Grace: Fixed in 4.2", "Alan: Released"), notes());
        assertEquals(3, issue().comments().size());
    }

    private FakeIssue issue() {
        return JIRA.issue(desk.desk.link(link).path("key"));
    }

    private void awaitIssue(String status) {
        SyncedDesk.until("issue " + status, () -> issue().statusId().equals(status));
    }

    private long steps(String operation) {
        return JIRA.calls().stream()
                .filter(call -> call.operation().equals(operation)
                        && (call.path().contains(issue().id()) || call.path().contains(issue().key())))
                .count();
    }

    private List<String> notes() {
        return desk.tickets.obeyed(TicketCommand.AddNote.class, ticket).stream()
                .map(note -> note.authorName() + ": " + note.body())
                .toList();
    }

    private List<String> shown() {
        return desk.tickets.obeyed(TicketCommand.SetLinkState.class, ticket).stream()
                .map(TicketCommand.SetLinkState::state)
                .toList();
    }

    private List<TicketStatus> asked() {
        return desk.tickets.obeyed(TicketCommand.ChangeStatus.class, ticket).stream()
                .map(TicketCommand.ChangeStatus::status)
                .toList();
    }
}
