package io.omniflow.ticket.lifecycle;

import static io.omniflow.ticket.Desk.TICKETS;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.ticket.Desk;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What lists by due time narrow by is what the ticket has, whatever is changed. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class DueInOrderIT {
    private final Desk desk = new Desk();

    @Test
    void what_stands_beside_the_clocks_follows_the_ticket() throws SQLException {
        String team = desk.team();
        String agent = desk.agent();
        String ticket = desk.open("{\"title\":\"a\",\"priority\":\"high\",\"teamId\":\"" + team + "\"}");
        assertEquals("open 3 " + team + " nobody", beside(ticket));
        desk.change(ticket, "{\"assigneeId\":\"" + agent + "\"}");
        assertEquals("open 3 " + team + " " + agent, beside(ticket));
        desk.change(ticket, "{\"status\":\"waiting\",\"priority\":\"low\"}");
        assertEquals("waiting 1 " + team + " " + agent, beside(ticket));
        desk.change(ticket, "{\"teamId\":null,\"assigneeId\":null,\"status\":\"open\"}");
        assertEquals("open 1 none nobody", beside(ticket));
    }

    @Test
    void a_list_by_due_time_is_that_of_the_team_the_ticket_was_handed_to() throws SQLException {
        String before = desk.team();
        String after = desk.team();
        String ticket = desk.open("{\"title\":\"a\",\"teamId\":\"" + before + "\"}");
        write(
                "update ticket_sla set state = 'ok', next_due_at = now() + interval '1 hour', sequence = 1"
                        + " where workspace_id = ? and ticket_id = ?",
                ticket);
        assertEquals(List.of(ticket), byDue("team=" + before));
        desk.change(ticket, "{\"teamId\":\"" + after + "\",\"status\":\"in_progress\"}");
        assertEquals(List.of(), byDue("team=" + before));
        assertEquals(List.of(), byDue("team=" + after + "&status=open"));
        assertEquals(List.of(ticket), byDue("team=" + after + "&status=in_progress"));
    }

    @Test
    void clocks_that_come_before_their_row_is_there_find_their_ticket() throws SQLException {
        String ticket = desk.open("{\"title\":\"a\",\"priority\":\"urgent\"}");
        write("delete from ticket_sla where workspace_id = ? and ticket_id = ?", ticket);
        write(
                "insert into ticket_sla (workspace_id, ticket_id, sequence, state, summary) values (?, ?, 1, 'none',"
                        + " '{}')",
                ticket);
        assertEquals("open 4 none nobody", beside(ticket));
    }

    private List<String> byDue(String filter) {
        return desk.as("viewer")
                .get(TICKETS + "?sort=slaDue&" + filter)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
    }

    private void write(String sql, String ticket) throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setObject(1, desk.workspace);
            statement.setObject(2, UUID.fromString(ticket));
            assertEquals(1, statement.executeUpdate());
        }
    }

    private String beside(String ticket) throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement asked = database.prepareStatement(
                        "select concat_ws(' ', status, priority, coalesce(team_id::text, 'none'),"
                                + " coalesce(assignee_id::text, 'nobody')) from ticket_sla"
                                + " where workspace_id = ? and ticket_id = ?")) {
            asked.setObject(1, desk.workspace);
            asked.setObject(2, UUID.fromString(ticket));
            try (ResultSet found = asked.executeQuery()) {
                found.next();
                return found.getString(1);
            }
        }
    }
}
