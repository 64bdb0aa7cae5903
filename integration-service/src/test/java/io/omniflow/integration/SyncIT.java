package io.omniflow.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.TicketCommand;
import io.omniflow.contract.TicketStatus;
import io.omniflow.contract.Topics;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.integration.linear.fake.FakeCall;
import io.omniflow.integration.linear.fake.FakeComment;
import io.omniflow.integration.linear.fake.FakeWorkflow;
import io.omniflow.integration.linear.fake.Fault;
import io.omniflow.integration.linear.fake.LinearFake;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Events;
import io.omniflow.testing.Watch;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A ticket and its issue, followed both ways. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class SyncIT {
    private static final LinearFake LINEAR = TestLinear.FAKE;

    private SyncedDesk desk;
    private String connection;
    private UUID ticket;
    private String link;

    @BeforeEach
    void open() {
        LINEAR.calm();
        desk = new SyncedDesk();
        connection = desk.connect();
        ticket = desk.tickets.open(desk.desk.title);
        link = desk.tie(connection, ticket);
        SyncedDesk.until("the new issue is read", () -> !calls("IssueById").isEmpty());
        LINEAR.calm();
    }

    @AfterEach
    void close() {
        desk.close();
        LINEAR.calm();
    }

    @Test
    void a_tickets_status_moves_its_issue() {
        desk.tickets.change(ticket, TicketStatus.RESOLVED);

        desk.awaitState(link, "Done");
        SyncedDesk.until("the ticket shows it", () -> shown().equals(List.of("Done")));
        assertEquals(1, calls("IssueUpdate").size());
        desk.desk.link(link).then().body("externalState", equalTo("Done"));
    }

    @Test
    void an_issues_state_moves_its_ticket_and_does_not_come_back() {
        desk.listen(connection);
        try (Watch facts = Events.watch(Topics.INTEGRATIONS)) {
            LINEAR.move(desk.issueOf(link).id(), FakeWorkflow.IN_PROGRESS);

            desk.awaitStatus(ticket, TicketStatus.IN_PROGRESS);
            IntegrationEvent.ExternalStatusChanged told = (IntegrationEvent.ExternalStatusChanged)
                    facts.await(event -> event.subject().equals(ticket)
                                    && event.data() instanceof IntegrationEvent.ExternalStatusChanged)
                            .data();
            assertEquals("Todo", told.before());
            assertEquals("In Progress", told.after());
        }
        desk.desk.link(link).then().body("externalState", equalTo("In Progress"));
        desk.tickets.change(ticket, TicketStatus.RESOLVED);
        desk.awaitState(link, "Done");
        assertEquals(1, calls("IssueUpdate").size(), "only the last change was ours to bring");
        assertEquals(List.of(TicketStatus.IN_PROGRESS), asked());
    }

    @Test
    void our_own_change_that_comes_back_as_a_webhook_changes_nothing() {
        desk.listen(connection);
        LINEAR.webhookCopies(() -> 3);
        desk.tickets.change(ticket, TicketStatus.IN_PROGRESS);
        desk.awaitState(link, "In Progress");

        desk.tickets.change(ticket, TicketStatus.RESOLVED);
        desk.awaitState(link, "Done");
        SyncedDesk.until("both are shown", () -> shown().equals(List.of("In Progress", "Done")));

        assertEquals(List.of(), asked());
        assertEquals(2, calls("IssueUpdate").size());
    }

    @Test
    void a_change_nobody_told_of_is_found_by_reading_again() {
        LINEAR.move(desk.issueOf(link).id(), FakeWorkflow.DONE);

        SyncedDesk.sweep(link);

        desk.awaitStatus(ticket, TicketStatus.RESOLVED);
    }

    @Test
    void when_both_changed_the_later_ticket_wins_and_the_issues_change_is_told() {
        try (Watch facts = Events.watch(Topics.INTEGRATIONS)) {
            LINEAR.move(desk.issueOf(link).id(), FakeWorkflow.IN_PROGRESS);
            desk.tickets.change(ticket, TicketStatus.RESOLVED);

            desk.awaitState(link, "Done");
            facts.await(event ->
                    event.subject().equals(ticket) && event.data() instanceof IntegrationEvent.ExternalStatusChanged);
        }
        assertEquals(List.of(), asked());
        assertEquals(TicketStatus.RESOLVED, desk.tickets.status(ticket));
    }

    @Test
    void several_changes_while_linear_is_silent_become_one_call() {
        LINEAR.fail("IssueById", new Fault.Slowness(Duration.ofMillis(1_500)));
        desk.tickets.change(ticket, TicketStatus.IN_PROGRESS);
        SyncedDesk.until("the call is on its way", () -> !calls("IssueById").isEmpty());
        desk.tickets.change(ticket, TicketStatus.OPEN);
        desk.tickets.change(ticket, TicketStatus.IN_PROGRESS);
        desk.tickets.change(ticket, TicketStatus.RESOLVED);

        desk.awaitState(link, "Done");
        List<FakeCall> moves = calls("IssueUpdate");
        assertEquals(true, moves.size() <= 2, () -> "one for what was under way, one for the rest: " + moves);
    }

    static Stream<Fault> passing() {
        return Stream.of(
                Fault.tooManyRequests(Map.of("Retry-After", "1")),
                Fault.tooManyRequests(Map.of()),
                Fault.serverError(Fault.Effect.NONE),
                Fault.serverError(Fault.Effect.DONE),
                Fault.malformed(Fault.Effect.DONE),
                new Fault.Silence(Fault.Effect.NONE),
                new Fault.Silence(Fault.Effect.DONE));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_fault_while_the_issue_is_moved_leaves_both_alike(Fault fault) {
        desk.listen(connection);
        LINEAR.fail("IssueUpdate", fault);

        desk.tickets.change(ticket, TicketStatus.RESOLVED);

        desk.awaitState(link, "Done");
        SyncedDesk.until("the ticket shows it", () -> shown().contains("Done"));
        assertEquals(TicketStatus.RESOLVED, desk.tickets.status(ticket));
        assertEquals(List.of(), asked(), "what we did is not taken for somebody else's doing");
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_fault_while_the_issue_is_read_loses_no_change(Fault fault) {
        desk.listen(connection);
        LINEAR.fail("IssueById", fault);

        LINEAR.move(desk.issueOf(link).id(), FakeWorkflow.DONE);

        desk.awaitStatus(ticket, TicketStatus.RESOLVED);
    }

    @Test
    void a_refused_move_is_said_on_the_link_and_leaves_the_ticket() {
        LINEAR.fail("IssueUpdate", Fault.error("invalid input", "This state is for admins only"));

        desk.tickets.change(ticket, TicketStatus.RESOLVED);

        SyncedDesk.until("the refusal is shown", () -> "This state is for admins only"
                .equals(desk.desk.link(link).path("problem.detail")));
        desk.desk.link(link).then().body("state", equalTo("linked"));
        assertEquals(TicketStatus.RESOLVED, desk.tickets.status(ticket));
    }

    @Test
    void over_a_connection_of_one_way_nothing_comes_back() {
        String oneWay = desk.desk.connect();
        UUID other = desk.tickets.open("One way " + desk.desk.title);
        String otherLink = desk.tie(oneWay, other);
        LINEAR.move(desk.issueOf(otherLink).id(), FakeWorkflow.DONE);
        SyncedDesk.sweep(otherLink);

        desk.tickets.change(ticket, TicketStatus.RESOLVED);
        desk.awaitState(link, "Done");

        assertEquals(TicketStatus.OPEN, desk.tickets.status(other));
    }

    @Test
    void a_ticket_that_moved_on_before_its_issue_was_there_takes_it_along() {
        UUID early = desk.tickets.open("Early " + desk.desk.title, TicketStatus.IN_PROGRESS);

        String earlyLink = desk.tie(connection, early);

        desk.awaitState(earlyLink, "In Progress");
    }

    @Test
    void a_merged_ticket_lets_its_issue_be_until_the_merge_is_undone() {
        UUID destination = desk.tickets.open("Destination " + desk.desk.title);
        desk.tickets.merge(ticket, destination);
        LINEAR.move(desk.issueOf(link).id(), FakeWorkflow.IN_PROGRESS);
        SyncedDesk.sweep(link);
        SyncedDesk.until("the issue is read", () -> !calls("IssueById").isEmpty());
        assertEquals("In Progress", desk.issueOf(link).stateName(), "the source's end does not close it");

        desk.tickets.undoMerge(ticket, destination, TicketStatus.OPEN);

        desk.awaitStatus(ticket, TicketStatus.IN_PROGRESS);
    }

    @Test
    void a_note_for_engineering_becomes_one_comment_whatever_goes_wrong() {
        carryComments();
        desk.listen(connection);
        LINEAR.fail("CommentCreate", Fault.serverError(Fault.Effect.DONE), new Fault.Silence(Fault.Effect.DONE));

        desk.tickets.note(ticket, "Happens with 3-D Secure only", "engineering");
        desk.tickets.note(ticket, "The customer is furious", null);

        SyncedDesk.until(
                "the note is a comment", () -> !delivered("add_comment").isEmpty());
        assertEquals(
                List.of("Ticket #1:\n\nHappens with 3-D Secure only"),
                desk.issueOf(link).comments().stream().map(FakeComment::body).toList());
        assertEquals(List.of(), notes(), "our own comment does not come back as a note");
    }

    @Test
    void a_comment_becomes_one_note_for_engineering_with_its_authors_name() {
        carryComments();
        desk.listen(connection);
        LINEAR.webhookCopies(() -> 2);

        LINEAR.say(desk.issueOf(link).id(), "Grace", "Fixed in 4.2");
        LINEAR.say(desk.issueOf(link).id(), "Alan", "Released");

        SyncedDesk.until("both are notes", () -> notes().size() >= 2);
        assertEquals(
                List.of("Grace: Fixed in 4.2 engineering", "Alan: Released engineering"),
                notes().stream()
                        .map(note -> note.authorName() + ": " + note.body() + " " + note.audience())
                        .toList());
        assertEquals(2, desk.issueOf(link).comments().size(), "the note is not sent back");
    }

    @Test
    void comments_stay_where_they_are_unless_the_mapping_carries_them() {
        desk.listen(connection);
        LINEAR.say(desk.issueOf(link).id(), "Grace", "Fixed in 4.2");
        desk.tickets.note(ticket, "For you", "engineering");
        LINEAR.move(desk.issueOf(link).id(), FakeWorkflow.DONE);

        desk.awaitStatus(ticket, TicketStatus.RESOLVED);
        SyncedDesk.until("nothing waits", () -> delivered("add_comment").size() == 1);

        assertEquals(List.of(), notes());
        assertEquals(1, desk.issueOf(link).comments().size());
    }

    @Test
    void a_merge_and_its_undoing_are_said_at_the_issue() {
        UUID destination = desk.tickets.open("Destination " + desk.desk.title);
        desk.tickets.merge(ticket, destination);
        SyncedDesk.until("it is said", () -> desk.issueOf(link).comments().size() == 1);
        desk.tickets.undoMerge(ticket, destination, TicketStatus.OPEN);
        SyncedDesk.until("it is said", () -> desk.issueOf(link).comments().size() == 2);

        assertEquals(
                List.of(
                        "Omniflow Tickets:\n\nThis ticket was merged into #2.",
                        "Omniflow Tickets:\n\nThe merge was undone: this ticket stands for itself again."),
                desk.issueOf(link).comments().stream().map(FakeComment::body).toList());
    }

    @Test
    void a_connection_that_keeps_failing_says_so_and_is_well_again_at_the_first_success() {
        for (int i = 0; i < 3; i++) {
            LINEAR.fail(
                    "IssueById",
                    Fault.error("internal error", "Linear is on fire"),
                    Fault.serverError(Fault.Effect.NONE));
        }
        LINEAR.fail("IssueById", Fault.error("internal error", "Linear is on fire"));
        try (Watch settings = Events.watch(Topics.WORKSPACE)) {
            desk.tickets.change(ticket, TicketStatus.IN_PROGRESS);
            SyncedDesk.until("it is given up", () -> given("dead").size() == 1);
            desk.tickets.change(ticket, TicketStatus.RESOLVED);

            desk.awaitState(link, "Done");
            SyncedDesk.until("it is well", () -> "ok".equals(health("state")));
            assertEquals(
                    List.of("degraded", "ok"),
                    settings
                            .await(
                                    2,
                                    event -> event.workspace().equals(desk.desk.workspace)
                                            && event.data() instanceof WorkspaceEvent.SettingChanged changed
                                            && changed.after() != null
                                            && changed.after().get("health") instanceof Map<?, ?>)
                            .stream()
                            .map(event -> (WorkspaceEvent.SettingChanged) event.data())
                            .map(changed ->
                                    Objects.requireNonNull(changed.after()).get("health"))
                            .map(health -> ((Map<?, ?>) Objects.requireNonNull(health)).get("state"))
                            .toList());
        }
    }

    private String health(String field) {
        return desk.desk.as("agent").get(Desk.CONNECTIONS + "/" + connection).path("health." + field);
    }

    private List<String> given(String state) {
        return desk.desk.as("agent").get(Desk.DELIVERIES + "?state=" + state).path("items.id");
    }

    private void carryComments() {
        desk.desk
                .as("admin")
                .body("{\"toTicket\": [{\"kind\": \"done\", \"status\": \"resolved\"}], \"toIssue\": {},"
                        + " \"comments\": true}")
                .put(Desk.CONNECTIONS + "/" + connection + "/mapping")
                .then()
                .statusCode(200);
    }

    private List<TicketCommand.AddNote> notes() {
        return desk.tickets.obeyed(TicketCommand.AddNote.class, ticket);
    }

    private List<String> delivered(String operation) {
        return desk.desk
                .as("agent")
                .get(Desk.DELIVERIES + "?state=delivered&limit=200")
                .path("items.findAll { it.operation == '" + operation + "' }.id");
    }

    private List<FakeCall> calls(String operation) {
        String id = desk.issueOf(link).id();
        return LINEAR.calls(operation).stream()
                .filter(call -> call.variables().toString().contains(id))
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
