package io.omniflow.integration;

import io.omniflow.contract.TicketStatus;
import io.omniflow.integration.linear.fake.FakeIssue;
import io.omniflow.testing.Databases;
import io.restassured.RestAssured;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** A workspace whose tickets and Linear's issues are kept alike, with hands on both sides. */
final class SyncedDesk implements AutoCloseable {
    static final String SECRET = "lin_wh_0123456789abcdef";

    final Desk desk = new Desk();
    final TicketHouse tickets = new TicketHouse(desk.workspace);
    private final List<URI> hooks = new ArrayList<>();

    /** A connection both ways. */
    String connect() {
        Map<String, Object> body = Desk.connection();
        body.put("sync", "bidirectional");
        body.put("webhookSecret", SECRET);
        return desk.connect(body);
    }

    /** From now on Linear tells this service of changes. */
    void listen(String connection) {
        URI address = URI.create("http://localhost:" + RestAssured.port + "/webhooks/linear/" + connection);
        TestLinear.FAKE.hook(address, SECRET);
        hooks.add(address);
    }

    /** Gives the link once ticket and issue are tied. */
    String tie(String connection, UUID ticket) {
        String link =
                desk.askFor(connection, ticket).then().statusCode(202).extract().path("id");
        desk.await(link, "linked");
        return link;
    }

    FakeIssue issueOf(String link) {
        return TestLinear.FAKE.issue(desk.link(link).path("key"));
    }

    /** As if the time had come to read it again. */
    static void sweep(String link) {
        change("update issue_tie set next_read_at = now() where link_id = ?::uuid", link);
    }

    private static void change(String statement, String id) {
        try (Connection database = Databases.owner();
                PreparedStatement change = database.prepareStatement(statement)) {
            change.setString(1, id);
            change.executeUpdate();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    void awaitStatus(UUID ticket, TicketStatus status) {
        until("ticket " + status, () -> tickets.status(ticket) == status);
    }

    void awaitState(String link, String state) {
        until("issue " + state, () -> issueOf(link).stateName().equals(state));
    }

    static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }

    @Override
    public void close() {
        hooks.forEach(TestLinear.FAKE::unhook);
        change("delete from issue_tie where workspace_id = ?::uuid", desk.workspace.toString());
        tickets.close();
        desk.close();
    }
}
