package io.omniflow.merge.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A check that begins at a checkpoint, and checkpoints held against what was published. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class CheckpointsIT {
    private final Desk desk = Desk.opened();
    private Instant before = Instant.EPOCH;

    /** The thousand entries that call for a checkpoint, the checkpoint's own entry, and five more. */
    @BeforeEach
    void a_checkpoint_is_behind() {
        before = Instant.now();
        UUID ticket = Ids.next();
        publish(ticket, 1, 1000);
        desk.awaitEntries(1001);
        publish(ticket, 1001, 1005);
        desk.awaitEntries(1006);
        assertTrue(desk.verified().getBoolean("valid"));
    }

    private void publish(UUID ticket, long from, long to) {
        List<OutboundEvent> events = new ArrayList<>();
        for (long version = from; version <= to; version++) {
            events.add(desk.statusChanged(ticket, version, TicketStatus.OPEN, TicketStatus.WAITING));
        }
        Events.publish(events.toArray(OutboundEvent[]::new));
    }

    private JsonPath since(Instant time) {
        return desk.lead()
                .get("/api/v1/audit/verify?from=" + time)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void what_was_appended_since_a_time_is_checked_from_the_checkpoint_before_it() {
        JsonPath late = since(Instant.now());
        assertTrue(late.getBoolean("valid"), late::prettify);
        assertTrue(late.getLong("fromSequence") > 1000, late::prettify);
        assertEquals(1006, late.getLong("toSequence"));
        assertEquals(1006 - late.getLong("fromSequence") + 1, late.getLong("checked"));

        JsonPath whole = since(before.minus(Duration.ofDays(1)));
        assertEquals(1, whole.getLong("fromSequence"));
        assertEquals(1006, whole.getLong("checked"));
    }

    @Test
    void a_flaw_behind_the_checkpoint_is_found_and_one_before_it_is_of_no_concern() throws SQLException {
        tamper("audit_entry", "update audit_entry set actor = 'agent:eve' where sequence = 10");
        assertTrue(since(Instant.now()).getBoolean("valid"));
        tamper("audit_entry", "update audit_entry set actor = 'agent:eve' where sequence = 1004");
        assertFlaw(since(Instant.now()), 1004, "field_changed");
    }

    @Test
    void the_entry_a_check_begins_behind_must_be_the_one_checkpointed() throws SQLException {
        tamper(
                "audit_entry",
                "update audit_entry set hash = sha256('') where sequence = "
                        + since(Instant.now()).getLong("fromSequence") + " - 1");
        assertFalse(since(Instant.now()).getBoolean("valid"));
        JsonPath behind = desk.lead()
                .get("/api/v1/audit/verify?fromSequence="
                        + (since(Instant.now()).getLong("problem.sequence") + 1))
                .jsonPath();
        assertFlaw(behind, behind.getLong("fromSequence") - 1, "checkpoint_differs");
    }

    @Test
    void a_checkpoint_whose_time_was_moved_hides_nothing() throws SQLException {
        tamper("audit_checkpoint", "update audit_checkpoint set taken_at = taken_at - interval '2 days' where true");
        JsonPath yesterday = since(before.minus(Duration.ofDays(1)));
        assertFalse(yesterday.getBoolean("valid"), yesterday::prettify);
        assertEquals("checkpoint_differs", yesterday.getString("problem.reason"));
    }

    @Test
    void a_checkpoint_that_was_published_and_is_gone_is_missed() throws SQLException {
        long sequence = since(Instant.now()).getLong("fromSequence") - 1;
        tamper("audit_checkpoint", "delete from audit_checkpoint where true");
        assertFlaw(desk.verified(), sequence, "checkpoint_missing");
    }

    @Test
    void a_checkpoint_that_differs_from_the_one_published_is_found() throws SQLException {
        long sequence = since(Instant.now()).getLong("fromSequence") - 1;
        tamper("audit_checkpoint", "update audit_checkpoint set hash = sha256('') where true");
        assertFlaw(desk.verified(), sequence, "checkpoint_differs");
        JsonPath told = desk.lead()
                .get("/api/v1/audit/verify?fromSequence=" + (sequence + 2))
                .jsonPath();
        assertTrue(told.getBoolean("valid"), "what tells of it lies before");
    }

    private static void assertFlaw(JsonPath verified, long sequence, String reason) {
        assertFalse(verified.getBoolean("valid"), verified::prettify);
        assertEquals(reason, verified.getString("problem.reason"), verified::prettify);
        assertEquals(sequence, verified.getLong("problem.sequence"));
    }

    private void tamper(String table, String sql) throws SQLException {
        try (Connection owner = Databases.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table " + table + " disable trigger user");
            assertTrue(
                    statement.executeUpdate(sql + " and workspace_id = '"
                                    + desk.workspace().value() + "'")
                            > 0,
                    sql);
            statement.execute("alter table " + table + " enable trigger user");
            owner.commit();
        }
    }
}
