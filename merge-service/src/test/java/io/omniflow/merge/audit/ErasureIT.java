package io.omniflow.merge.audit;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.identity.WorkspaceId;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Erasing a contact empties their data in the log, and what the log proves it still proves. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ErasureIT {
    private static final String EMPTIED =
            "'{\"after\":null,\"before\":null,\"details\":{},\"origin\":{},\"redacted\":{\"erasedBy\":\"'";

    private final Desk desk = Desk.opened();
    private final Erasure erasure = Erasure.at(desk);

    /** Entries 1 to 6 of the contact's ticket, of which 4 and 5 are of somebody else; 7 tells of the erasure, 8 of what it emptied. */
    private void anErasedContact() {
        Events.publish(
                erasure.opened(),
                erasure.said(2, erasure.conversation()),
                erasure.replied(3),
                erasure.noted(4),
                erasure.said(5, Ids.next()),
                desk.ticketFact(erasure.ticket(), 6, linked(erasure.contact())));
        desk.awaitEntries(6);
        Events.publish(erasure.erased());
        desk.awaitEntries(8);
    }

    private static TicketEvent linked(UUID contact) {
        return new TicketEvent.ContactLinked(contact, Desk.state(Ids.next(), 6, TicketStatus.OPEN));
    }

    @Test
    void what_names_the_contact_and_what_was_said_with_them_is_emptied_and_the_chain_holds() throws SQLException {
        anErasedContact();

        JsonPath log = desk.audit(Map.of());
        assertThat(log.getList("items.redacted"), contains(false, false, true, false, false, true, true, true));
        assertThat(
                log.getList("items.kind"),
                contains(
                        "payloads_redacted",
                        "contact_erased",
                        "contact_linked",
                        "customer_message_received",
                        "note_added",
                        "agent_replied",
                        "customer_message_received",
                        "created"));
        assertThat(log.getList("items.findAll { it.redacted }.salt"), everyItem(is("")));
        assertThat(log.getList("items.findAll { it.redacted }.details"), everyItem(is(Map.of())));
        assertEquals(64, log.getString("items[7].payloadHash").length());
        assertEquals(1, erasure.holding(Erasure.SECRET), "somebody else's message stays");
        assertEquals(0, erasure.holding("Maria"));
        assertEquals("Ask engineering", log.getString("items[4].details.body"));
        JsonPath verified = desk.verified();
        assertTrue(verified.getBoolean("valid"), verified::prettify);
        assertEquals(8, verified.getLong("checked"));
    }

    @Test
    void hashes_stay_as_they_were_sealed() {
        Events.publish(erasure.opened(), erasure.said(2, erasure.conversation()));
        desk.awaitEntries(2);
        JsonPath before = desk.audit(Map.of("ticketId", erasure.ticket()));
        Events.publish(erasure.erased());
        desk.awaitEntries(4);
        JsonPath after = desk.audit(Map.of("ticketId", erasure.ticket()));

        assertThat(after.getList("items.redacted"), contains(true, true));
        for (String hash : List.of("payloadHash", "previousHash", "hash", "at", "actor", "kind", "correlationId")) {
            assertEquals(before.getList("items." + hash), after.<Object>getList("items." + hash), hash);
        }
    }

    @Test
    void the_log_lists_what_was_emptied_by_whose_order() {
        anErasedContact();

        JsonPath list = desk.audit(Map.of("kind", "payloads_redacted"));
        JsonPath order = desk.audit(Map.of("kind", "contact_erased"));
        assertThat(list.getList("items[0].details.entries.sequence"), contains(1, 2, 3, 6));
        assertEquals("agent:admin", list.getString("items[0].actor"));
        assertEquals("erasure-1", list.getString("items[0].correlationId"));
        assertEquals(order.getString("items[0].id"), list.getString("items[0].origin.causationId"));
        assertEquals("merge-service", list.getString("items[0].service"));
        assertEquals(
                erasure.contact().toString(), order.getString("items[0].details.contactId"), "an id, and no person");
    }

    @Test
    void a_fact_from_before_the_erasure_that_arrives_late_is_emptied_too() throws SQLException {
        Events.publish(erasure.erased());
        desk.awaitEntries(1);
        Events.publish(
                erasure.opened(), erasure.said(2, erasure.conversation()), erasure.said(4000, erasure.conversation()));
        desk.awaitEntries(5);

        assertThat(
                desk.audit(Map.of("ticketId", erasure.ticket())).getList("items.redacted"),
                contains(false, true, true));
        assertEquals(1, erasure.holding(Erasure.SECRET), "what was said after it stays");
        assertTrue(desk.verified().getBoolean("valid"));
    }

    @Test
    void an_erasure_told_again_empties_nothing_more() {
        anErasedContact();
        OutboundEvent again = erasure.erased();
        Events.publish(again, again);
        desk.awaitEntries(9);
        Events.publish(erasure.noted(7));
        desk.awaitEntries(10);

        assertThat(desk.audit(Map.of("kind", "payloads_redacted")).getList("items"), hasSize(1));
        assertTrue(desk.verified().getBoolean("valid"));
    }

    @Test
    void more_than_fits_into_one_list_is_told_in_several() throws SQLException {
        List<OutboundEvent> said = new ArrayList<>();
        for (long version = 1; version <= 1100; version++) {
            said.add(erasure.said(version, erasure.conversation()));
        }
        Events.publish(said.toArray(OutboundEvent[]::new));
        desk.awaitEntries(1101);
        Events.publish(erasure.erased());
        desk.awaitEntries(1104);

        assertEquals(0, erasure.holding(Erasure.SECRET));
        JsonPath lists = desk.audit(Map.of("kind", "payloads_redacted"));
        assertEquals(
                1100,
                lists.getList("items[0].details.entries").size()
                        + lists.getList("items[1].details.entries").size());
        JsonPath verified = desk.verified();
        assertTrue(verified.getBoolean("valid"), verified::prettify);
    }

    @Test
    void another_workspace_keeps_its_own() throws SQLException {
        Erasure elsewhere = new Erasure(
                new Desk(new WorkspaceId(Ids.next())), Ids.next(), erasure.contact(), erasure.conversation());
        Events.publish(elsewhere.opened(), elsewhere.said(2, elsewhere.conversation()));
        elsewhere.desk().awaitEntries(2);
        anErasedContact();

        assertEquals(2, elsewhere.holding(Erasure.SECRET));
        assertThat(elsewhere.desk().audit(Map.of()).getList("items.redacted"), contains(false, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_entry set payload = replace(payload, 'null', '{}') where sequence = 2 | 2 | payload_changed",
                "update audit_entry set salt = payload_hash where sequence = 2 | 2 | payload_changed",
                "update audit_entry set payload_hash = sha256('') where sequence = 2 | 2 | field_changed",
                "update audit_entry set actor = 'agent:eve' where sequence = 2 | 2 | field_changed",
                "delete from audit_redaction where sequence = 3 | 3 | payload_changed",
                "update audit_redaction set redacted_hash = sha256('') where sequence = 3 | 3 | payload_changed",
                "update audit_redaction set told_in = erased_by where sequence = 3 | 3 | redaction_unproven",
                "update audit_entry set payload = '' where sequence = 4 | 4 | payload_changed",
                "update audit_entry set payload = replace(payload, '\"sequence\":6', '\"sequence\":5') where sequence = 8"
                        + " | 8 | payload_changed",
                "delete from audit_entry where sequence = 8 | 1 | redaction_unproven"
            })
    void a_change_beside_the_erasure_is_found(String tampering, long sequence, String reason) throws SQLException {
        anErasedContact();
        assertTrue(desk.verified().getBoolean("valid"));
        asOwner(tampering + mine());

        assertFlaw(sequence, reason);
    }

    @Test
    void a_payload_emptied_by_hand_is_found_whatever_else_is_written_for_it() throws SQLException {
        anErasedContact();
        asOwner("update audit_entry e set salt = '', payload = " + EMPTIED + " || r.erased_by || '\"}}'"
                + " from audit_redaction r where r.workspace_id = e.workspace_id and r.sequence = 1 and e.sequence = 4"
                + " and e.workspace_id = '" + desk.workspace().value() + "'");
        assertFlaw(4, "payload_changed");

        asOwner("insert into audit_redaction (workspace_id, sequence, erased_by, told_in, redacted_hash, redacted_at)"
                + " select workspace_id, 4, erased_by, told_in, redacted_hash, redacted_at from audit_redaction"
                + " where sequence = 1" + mine());
        assertFlaw(4, "redaction_unproven");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set payload = ''",
                "set omniflow.audit = 'redact_erased'; update audit_entry set payload = ''",
                "insert into audit_redaction select gen_random_uuid(), 1, gen_random_uuid(), gen_random_uuid(), '', now()",
                "delete from audit_redaction",
                "insert into audit_erased select gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now(), 1, '', ''",
                "delete from audit_mention",
                "alter function redact_erased(uuid, bigint, integer) security invoker"
            })
    void the_service_itself_changes_nothing_but_through_the_one_function(String statement) throws SQLException {
        try (Connection runtime = Databases.runtime();
                Statement hand = runtime.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> hand.execute(statement));
            assertEquals("42501", refused.getSQLState(), refused.getMessage());
        }
    }

    @Test
    void the_function_empties_nothing_of_which_the_log_tells_no_erasure() throws SQLException {
        Events.publish(erasure.opened());
        desk.awaitEntries(1);
        try (Connection runtime = Databases.runtime();
                Statement hand = runtime.createStatement()) {
            assertFalse(hand.executeQuery(
                            "select * from redact_erased('" + desk.workspace().value() + "', 1, 1000)")
                    .next());
        }
        assertEquals(1, erasure.holding(Erasure.SECRET));
    }

    private void assertFlaw(long sequence, String reason) {
        JsonPath verified = desk.verified();
        assertFalse(verified.getBoolean("valid"), verified::prettify);
        assertEquals(reason, verified.getString("problem.reason"), verified::prettify);
        assertEquals(sequence, verified.getLong("problem.sequence"));
    }

    private String mine() {
        return " and workspace_id = '" + desk.workspace().value() + "'";
    }

    private static void asOwner(String sql) throws SQLException {
        try (Connection owner = Databases.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table audit_entry disable trigger user");
            statement.execute("alter table audit_redaction disable trigger user");
            assertTrue(statement.executeUpdate(sql) > 0, sql);
            statement.execute("alter table audit_entry enable trigger user");
            statement.execute("alter table audit_redaction enable trigger user");
            owner.commit();
        }
    }
}
