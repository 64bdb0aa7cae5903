package io.omniflow.ticket.lifecycle;

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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every tag of a ticket has one row with the time of its last change, whatever is changed. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class TagsInOrderIT {
    private final Desk desk = new Desk();

    @Test
    void rows_follow_tags_and_changes() throws SQLException {
        String ticket = desk.open("{\"title\":\"a\",\"tags\":[\"One\",\"two\"]}");
        assertEquals(List.of("one true", "two true"), rows(ticket));
        desk.change(ticket, "{\"priority\":\"high\"}");
        assertEquals(List.of("one true", "two true"), rows(ticket));
        desk.change(ticket, "{\"tags\":[\"two\",\"three\"],\"status\":\"waiting\"}");
        assertEquals(List.of("three true", "two true"), rows(ticket));
        desk.change(ticket, "{\"tags\":[]}");
        assertEquals(List.of(), rows(ticket));
        desk.change(ticket, "{\"tags\":[\"four\"]}");
        assertEquals(List.of("four true"), rows(ticket));
    }

    private List<String> rows(String ticket) throws SQLException {
        try (Connection database = Databases.owner();
                PreparedStatement asked = database.prepareStatement(
                        "select g.tag || ' ' || (g.updated_at = t.updated_at) from ticket_tag g"
                                + " join ticket t on t.workspace_id = g.workspace_id and t.id = g.ticket_id"
                                + " where g.workspace_id = ? and g.ticket_id = ? order by g.tag")) {
            asked.setObject(1, desk.workspace);
            asked.setObject(2, UUID.fromString(ticket));
            List<String> rows = new ArrayList<>();
            try (ResultSet found = asked.executeQuery()) {
                while (found.next()) {
                    rows.add(found.getString(1));
                }
            }
            return rows;
        }
    }
}
