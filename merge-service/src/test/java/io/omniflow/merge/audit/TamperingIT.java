package io.omniflow.merge.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.TicketStatus;
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
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the owner of the database can do to the log, and that it does not go unseen. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class TamperingIT {
    private static final String NO_PRIVILEGE = "42501";

    private final Desk desk = Desk.opened();

    private void eightEntries() {
        UUID ticket = Ids.next();
        for (long version = 1; version <= 8; version++) {
            Events.publish(desk.statusChanged(ticket, version, TicketStatus.OPEN, TicketStatus.WAITING));
        }
        desk.awaitEntries(8);
        assertTrue(desk.verified().getBoolean("valid"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_entry set payload = replace(payload, 'open', 'clos') where sequence = 5 | 5 | payload_changed",
                "update audit_entry set salt = payload_hash where sequence = 5 | 5 | payload_changed",
                "update audit_entry set actor = 'agent:eve' where sequence = 5 | 5 | field_changed",
                "update audit_entry set at = at - interval '1 microsecond' where sequence = 5 | 5 | field_changed",
                "update audit_entry set at = 'infinity' where sequence = 5 | 5 | field_changed",
                "update audit_entry set recorded_at = recorded_at + interval '1 day' where sequence = 8 | 8 | field_changed",
                "update audit_entry set ticket_id = null where sequence = 1 | 1 | field_changed",
                "update audit_entry set hash = previous_hash where sequence = 5 | 5 | field_changed",
                "update audit_entry set hash = '' where sequence = 5 | 5 | field_changed",
                "delete from audit_entry where sequence = 1 | 1 | entry_missing",
                "delete from audit_entry where sequence in (4, 5) | 4 | entry_missing",
                "delete from audit_entry where sequence > 6 | 7 | entry_missing",
                "update audit_entry set sequence = 11 - sequence + 1000 where sequence in (4, 7) | 4 | entry_missing"
            })
    void a_changed_or_removed_row_is_found(String tampering, long sequence, String reason) throws SQLException {
        eightEntries();
        tamper(tampering + " and workspace_id = '" + desk.workspace().value() + "'");

        assertFlaw(sequence, reason);
    }

    @Test
    void a_row_put_in_beyond_the_end_is_found() throws SQLException {
        eightEntries();
        try (Connection runtime = Databases.runtime();
                Statement statement = runtime.createStatement()) {
            assertEquals(
                    1, statement.executeUpdate("""
                    insert into audit_entry (workspace_id, sequence, id, ticket_id, kind, actor, at, recorded_at, service,
                        correlation_id, payload, salt, payload_hash, previous_hash, hash)
                    select workspace_id, 9, gen_random_uuid(), ticket_id, kind, 'agent:eve', at, recorded_at, service,
                        correlation_id, payload, salt, payload_hash, hash, hash
                    from audit_entry where sequence = 8 and workspace_id = '%s'
                    """.formatted(desk.workspace().value())));
        }

        JsonPath verified = desk.verified();
        assertFalse(verified.getBoolean("valid"), verified::prettify);
        assertEquals(9, verified.getLong("problem.sequence"));
        assertEquals("entry_beyond_end", verified.getString("problem.reason"));
    }

    @Test
    void an_end_that_was_wound_back_behind_a_checkpoint_is_found() throws SQLException {
        eightEntries();
        String mine = " and workspace_id = '" + desk.workspace().value() + "'";
        try (Connection owner = Databases.owner();
                Statement statement = owner.createStatement()) {
            statement.executeUpdate("insert into audit_checkpoint (workspace_id, sequence, hash, taken_at)"
                    + " select workspace_id, sequence, hash, now() from audit_entry where sequence = 8" + mine);
        }
        tamper(
                "update audit_chain c set sequence = 6, hash = e.hash from audit_entry e"
                        + " where e.workspace_id = c.workspace_id and e.sequence = 6 and e.workspace_id = '"
                        + desk.workspace().value() + "'",
                "delete from audit_entry where sequence > 6" + mine);

        assertFlaw(7, "entry_missing");
    }

    @Test
    void a_change_below_a_checkpoint_that_was_kept_is_found() throws SQLException {
        eightEntries();
        String hash = desk.verified().getString("head.hash");
        tamper("update audit_entry set payload = replace(payload, 'open', 'clos') where sequence = 5"
                + " and workspace_id = '" + desk.workspace().value() + "'");

        JsonPath proven = desk.lead()
                .get("/api/v1/audit/verify?checkpoint=8:{hash}", hash)
                .jsonPath();
        assertFalse(proven.getBoolean("valid"), proven::prettify);
        assertEquals(5, proven.getLong("problem.sequence"));
    }

    @Test
    void two_swapped_rows_are_found() throws SQLException {
        eightEntries();
        String mine = " and workspace_id = '" + desk.workspace().value() + "'";
        tamper(
                "update audit_entry set sequence = 1000 where sequence = 4" + mine,
                "update audit_entry set sequence = 4 where sequence = 7" + mine,
                "update audit_entry set sequence = 7 where sequence = 1000" + mine);

        assertFlaw(4, "field_changed");
    }

    @Test
    void two_rows_with_their_content_swapped_are_found() throws SQLException {
        eightEntries();
        tamper("update audit_entry a set payload = b.payload, salt = b.salt, payload_hash = b.payload_hash"
                + " from audit_entry b where a.workspace_id = b.workspace_id and a.sequence in (3, 6)"
                + " and b.sequence = 9 - a.sequence and a.workspace_id = '"
                + desk.workspace().value() + "'");

        assertFlaw(3, "field_changed");
    }

    @Test
    void a_flaw_outside_the_range_asked_for_is_of_no_concern() throws SQLException {
        eightEntries();
        tamper("update audit_entry set actor = 'agent:eve' where sequence = 3 and workspace_id = '"
                + desk.workspace().value() + "'");

        assertTrue(desk.lead()
                .get("/api/v1/audit/verify?fromSequence=4")
                .jsonPath()
                .getBoolean("valid"));
        assertTrue(
                desk.lead().get("/api/v1/audit/verify?toSequence=2").jsonPath().getBoolean("valid"));
        assertFalse(desk.lead()
                .get("/api/v1/audit/verify?fromSequence=2&toSequence=4")
                .jsonPath()
                .getBoolean("valid"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'agent:eve'",
                "delete from audit_entry",
                "truncate audit_entry",
                "update audit_checkpoint set hash = ''",
                "delete from audit_checkpoint",
                "truncate audit_checkpoint",
                "alter table audit_entry disable trigger user",
                "drop table audit_entry"
            })
    void the_service_itself_may_only_insert_and_read(String statement) throws SQLException {
        try (Connection runtime = Databases.runtime()) {
            assertRefused(runtime, statement);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set actor = 'agent:eve'",
                "delete from audit_entry",
                "truncate audit_entry",
                "delete from audit_checkpoint"
            })
    void an_ordinary_statement_of_the_owner_is_refused_too(String statement) throws SQLException {
        try (Connection owner = Databases.owner()) {
            assertRefused(owner, statement);
        }
    }

    private static void assertRefused(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
            assertEquals(NO_PRIVILEGE, refused.getSQLState(), refused.getMessage());
        }
    }

    private void assertFlaw(long sequence, String reason) {
        JsonPath verified = desk.verified();
        assertFalse(verified.getBoolean("valid"), verified::prettify);
        assertEquals(sequence, verified.getLong("problem.sequence"));
        assertEquals(reason, verified.getString("problem.reason"));
        assertEquals(sequence - 1, verified.getLong("checked"));
    }

    /** As the owner, who can switch the trigger off. */
    private static void tamper(String... statements) throws SQLException {
        try (Connection owner = Databases.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table audit_entry disable trigger user");
            for (String sql : statements) {
                assertTrue(statement.executeUpdate(sql) > 0, sql);
            }
            statement.execute("alter table audit_entry enable trigger user");
            owner.commit();
        }
    }
}
