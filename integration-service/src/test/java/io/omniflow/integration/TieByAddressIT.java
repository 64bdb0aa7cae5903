package io.omniflow.integration;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.contract.TicketStatus;
import io.omniflow.integration.linear.fake.FakeAttachment;
import io.omniflow.integration.linear.fake.FakeIssue;
import io.omniflow.integration.linear.fake.FakeWorkflow;
import io.omniflow.integration.linear.fake.Fault;
import io.omniflow.integration.linear.fake.LinearFake;
import io.omniflow.testing.Backing;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issues that were there before. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class TieByAddressIT {
    private SyncedDesk desk;
    private String connection;
    private UUID ticket;
    private FakeIssue issue;

    @BeforeEach
    void open() {
        TestLinear.FAKE.calm();
        desk = new SyncedDesk();
        connection = desk.connect();
        ticket = desk.tickets.open(desk.desk.title);
        issue = made("Known to engineering " + ticket);
    }

    @AfterEach
    void close() {
        desk.close();
        TestLinear.FAKE.calm();
    }

    @Test
    void an_issue_is_tied_by_its_address_and_gets_the_tickets() {
        String link = tie(ticket, issue.url() + "/its-title", null)
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        desk.desk
                .await(link, "linked")
                .then()
                .body("key", equalTo(issue.identifier()))
                .body("connectionId", equalTo(connection))
                .body("externalState", equalTo("Todo"));
        assertEquals(
                List.of("https://desk.example/tickets/1"),
                TestLinear.FAKE.issue(issue.id()).attachments().stream()
                        .map(FakeAttachment::url)
                        .toList());
        assertEquals(
                "Known to engineering " + ticket,
                TestLinear.FAKE.issue(issue.id()).title());
    }

    @Test
    void tying_twice_is_tying_once() {
        String first = tie(ticket, issue.url(), null).path("id");
        desk.desk.await(first, "linked");

        tie(ticket, issue.url(), connection).then().statusCode(200).body("id", equalTo(first));
        String pushed = desk.tie(connection, ticket);
        String again = tie(ticket, desk.issueOf(pushed).url(), null).path("id");
        desk.desk.await(again, "failed").then().body("problem.type", equalTo("tied-already"));
    }

    @Test
    void one_issue_moves_all_its_tickets_and_one_ticket_all_its_issues() {
        UUID second = desk.tickets.open("Second " + desk.desk.title);
        FakeIssue other = made("Other " + ticket);
        for (Response asked : List.of(
                tie(ticket, issue.url(), null), tie(second, issue.url(), null), tie(ticket, other.url(), null))) {
            desk.desk.await(asked.path("id"), "linked");
        }
        desk.listen(connection);
        SyncedDesk.until("each is read once", () -> reads(issue) >= 4 && reads(other) >= 2);

        TestLinear.FAKE.move(issue.id(), FakeWorkflow.IN_PROGRESS);

        desk.awaitStatus(ticket, TicketStatus.IN_PROGRESS);
        desk.awaitStatus(second, TicketStatus.IN_PROGRESS);
        SyncedDesk.until(
                "the first ticket's other issue follows it",
                () -> TestLinear.FAKE.issue(other.id()).stateName().equals("In Progress"));
        desk.tickets.change(second, TicketStatus.RESOLVED);
        desk.awaitStatus(ticket, TicketStatus.RESOLVED);
        SyncedDesk.until(
                "and so does it in the end",
                () -> TestLinear.FAKE.issue(other.id()).stateName().equals("Done"));
    }

    @Test
    void faults_on_the_way_leave_one_tie() {
        TestLinear.FAKE.fail("IssueById", Fault.serverError(Fault.Effect.NONE));
        TestLinear.FAKE.fail("AttachmentCreate", Fault.serverError(Fault.Effect.DONE));

        desk.desk.await(tie(ticket, issue.url(), null).path("id"), "linked");

        assertEquals(1, TestLinear.FAKE.issue(issue.id()).attachments().size());
    }

    @Test
    void an_issue_that_is_not_there_is_said() {
        Response asked = tie(ticket, "https://linear.app/fake/issue/ENG-99999999", null);

        desk.desk.await(asked.path("id"), "failed").then().body("problem.detail", equalTo("Entity not found: Issue"));
    }

    @Test
    void an_address_of_nothing_we_reach_is_refused() {
        tie(ticket, "https://example.com/issue/ENG-1", null)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/url"));
        tie(ticket, "no address", null).then().statusCode(422).body("errors.pointer", hasItem("/url"));
        desk.connect();
        tie(ticket, issue.url(), null).then().statusCode(422).body("errors.pointer", hasItem("/connectionId"));
        tie(ticket, issue.url(), UUID.randomUUID().toString()).then().statusCode(404);
    }

    private static FakeIssue made(String title) {
        return TestLinear.FAKE.make(
                Map.of("id", UUID.randomUUID().toString(), "teamId", LinearFake.TEAM_ID, "title", title));
    }

    private static long reads(FakeIssue of) {
        return TestLinear.FAKE.calls("IssueById").stream()
                .filter(call -> call.variables().containsValue(of.id())
                        || call.variables().containsValue(of.identifier()))
                .count();
    }

    private Response tie(UUID wanted, String url, @Nullable String over) {
        Map<String, Object> body = new HashMap<>();
        body.put("ticketId", wanted.toString());
        body.put("url", url);
        if (over != null) {
            body.put("connectionId", over);
        }
        return desk.desk.as("agent").body(body).post(Desk.LINKS);
    }
}
