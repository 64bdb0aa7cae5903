package io.omniflow.merge.retention;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.Tokens;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is old leaves the log for a signed archive, and never in another way. */
@QuarkusTest
@TestProfile(WithArchiveKey.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class RetentionIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String RETENTION = "/api/v1/audit/retention";
    private static final String ARCHIVES = "/api/v1/audit/archives";

    private final WorkspaceId workspace = new WorkspaceId(Ids.next());
    private final UUID contact = Ids.next();
    private final UUID conversation = Ids.next();

    @Inject
    ArchiveOldDays archive;

    @Inject
    EraseArchived erase;

    private RequestSpecification as(String role) {
        return given().auth()
                .oauth2(Tokens.token(workspace.value(), "anna", role))
                .contentType("application/json");
    }

    private JsonPath get(String path) {
        return as("lead").get(path).then().statusCode(200).extract().jsonPath();
    }

    private void keep(@Nullable Integer days) {
        as("admin").body("{\"keepDays\":" + days + "}").patch(RETENTION).then().statusCode(200);
    }

    private long archived() {
        long all = 0;
        long moved;
        do {
            moved = archive.next(workspace).await().atMost(PATIENCE);
            all += moved;
        } while (moved > 0);
        return all;
    }

    private void awaitKind(String kind, int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> get("/api/v1/audit?kind=" + kind).getList("items").size() == count);
    }

    private OutboundEvent told(Object data) {
        return OutboundEvent.of(
                workspace, workspace.value(), data, Instant.now(), null, new Origin("agent:admin", "erasure-1", null));
    }

    @Test
    void old_entries_go_into_archives_that_prove_themselves_and_the_chain_goes_on()
            throws SQLException, GeneralSecurityException, IOException {
        OldLog log = OldLog.of(workspace, 25, conversation);
        keep(365);
        awaitKind("setting_changed", 1);
        assertEquals(25, archived());
        awaitKind("entries_archived", 3);

        JsonPath verified = get("/api/v1/audit/verify");
        assertTrue(verified.getBoolean("valid"), verified::prettify);
        assertEquals(26, verified.getLong("fromSequence"));
        assertEquals(4, verified.getLong("checked"));
        List<String> ids = get(ARCHIVES).getList("items.id");
        assertEquals(3, ids.size());
        String previous = "0".repeat(64);
        int line = 0;
        for (String id : ids.reversed()) {
            JsonPath manifest = get(ARCHIVES + "/" + id);
            assertEquals(previous, manifest.getString("previousHash"));
            previous = manifest.getString("lastHash");
            byte[] file = as("lead")
                    .get(ARCHIVES + "/" + id + "/file")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertProved(manifest, file);
            for (String text : lines(file)) {
                JsonPath entry = new JsonPath(text);
                assertEquals(log.entries().get(line).hash().hex(), entry.getString("hash"));
                assertEquals(log.entries().get(line).fact().payload(), entry.getString("payload"));
                assertEquals(log.entries().get(line).fact().actor(), entry.getString("actor"));
                line++;
            }
        }
        assertEquals(25, line);
        assertEquals(log.entries().getLast().hash().hex(), previous);
    }

    private void assertProved(JsonPath manifest, byte[] file) throws GeneralSecurityException {
        JsonPath key = get(ARCHIVES + "/key");
        assertEquals(key.getString("keys[0].id"), manifest.getString("keyId"));
        assertEquals(
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file)),
                manifest.getString("contentHash"));
        assertEquals(
                new JsonPath(manifest.getString("manifest")).getString("contentHash"),
                manifest.getString("contentHash"));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(
                        new X509EncodedKeySpec(Base64.getDecoder().decode(key.getString("keys[0].publicKey")))));
        signature.update(manifest.getString("manifest").getBytes(StandardCharsets.UTF_8));
        assertTrue(signature.verify(Base64.getDecoder().decode(manifest.getString("signature"))));
    }

    private static List<String> lines(byte[] file) throws IOException {
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    @Test
    void nothing_leaves_the_log_unless_it_is_to() throws SQLException {
        OldLog.of(workspace, 5, conversation);
        assertEquals(0, archived());
        keep(36_500);
        assertEquals(0, archived());
        keep(null);
        assertEquals(0, archived());
        assertEquals(1, get("/api/v1/audit/verify").getLong("fromSequence"));
    }

    @Test
    void whole_days_stay_until_they_are_over_long_enough() throws SQLException {
        OldLog.of(workspace, 5, conversation, Instant.now().minus(Duration.ofDays(365)));
        keep(365);
        assertEquals(0, archived());
    }

    @Test
    void a_log_that_was_changed_is_not_archived() throws SQLException {
        OldLog.of(workspace, 15, conversation);
        keep(365);
        tamper("audit_entry", "update audit_entry set actor = 'agent:eve' where sequence = 12");
        assertEquals(10, archived());
        JsonPath verified = get("/api/v1/audit/verify");
        assertEquals(12, verified.getLong("problem.sequence"), verified::prettify);
        assertEquals("field_changed", verified.getString("problem.reason"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_archive set last_hash = sha256('') where true | archive_unproven",
                "update audit_archive set last_sequence = last_sequence + 1 where true | archive_unproven",
                "update audit_archive set signature = '' where true | archive_unproven",
                "update audit_archive set key_id = 'other' where true | archive_unproven",
                "delete from audit_archive where true | entry_missing"
            })
    void an_archive_that_was_changed_proves_nothing(String tampering, String reason) throws SQLException {
        OldLog.of(workspace, 10, conversation);
        keep(365);
        awaitKind("setting_changed", 1);
        assertEquals(10, archived());
        assertTrue(get("/api/v1/audit/verify").getBoolean("valid"));
        tamper("audit_archive", tampering);
        JsonPath verified = get("/api/v1/audit/verify");
        assertFalse(verified.getBoolean("valid"), verified::prettify);
        assertEquals(reason, verified.getString("problem.reason"));
    }

    @Test
    void what_was_archived_cannot_be_asked_to_be_checked() throws SQLException {
        OldLog.of(workspace, 10, conversation);
        keep(365);
        awaitKind("setting_changed", 1);
        assertEquals(10, archived());
        for (String query :
                List.of("toSequence=10", "fromSequence=2&toSequence=5", "checkpoint=4:" + "ab".repeat(32))) {
            as("lead").get("/api/v1/audit/verify?" + query).then().statusCode(422);
        }
        assertEquals(11, get("/api/v1/audit/verify?fromSequence=3").getLong("fromSequence"));
        assertEquals(11, get("/api/v1/audit/verify?from=2024-01-01T00:00:00Z").getLong("fromSequence"));
    }

    @Test
    void an_erasure_reaches_into_archives() throws SQLException, IOException, GeneralSecurityException {
        OldLog.of(workspace, 10, conversation);
        keep(365);
        awaitKind("setting_changed", 1);
        assertEquals(10, archived());
        awaitKind("entries_archived", 1);
        String id = get(ARCHIVES).getString("items[0].id");
        Events.publish(told(new WorkspaceEvent.ContactErased(contact, List.of(conversation))));
        awaitKind("contact_erased", 1);
        while (erase.next(workspace).await().atMost(PATIENCE) > 0) {
            // until nothing is left
        }
        awaitKind("payloads_redacted", 1);

        byte[] file = as("lead").get(ARCHIVES + "/" + id + "/file").asByteArray();
        assertProved(get(ARCHIVES + "/" + id), file);
        List<String> lines = lines(file);
        assertEquals(10, lines.size());
        assertFalse(String.join("\n", lines).contains(OldLog.SECRET));
        assertTrue(lines.get(6).contains("redacted"), lines.get(6));
        assertEquals("", new JsonPath(lines.get(6)).getString("salt"));
        assertTrue(get("/api/v1/audit/verify").getBoolean("valid"));
        assertEquals(
                List.of(7), get("/api/v1/audit?kind=payloads_redacted").getList("items[0].details.entries.sequence"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from audit_entry",
                "update audit_archive set signature = ''",
                "delete from audit_archive",
                "truncate audit_archive",
                "set omniflow.audit = 'drop_archived'; delete from audit_entry"
            })
    void the_service_itself_drops_nothing(String statement) throws SQLException {
        try (Connection runtime = Databases.runtime();
                Statement hand = runtime.createStatement()) {
            SQLException refused = assertThrows(SQLException.class, () -> hand.execute(statement));
            assertEquals("42501", refused.getSQLState(), refused.getMessage());
        }
    }

    @Test
    void the_database_lets_nothing_go_that_is_in_no_archive_or_young() throws SQLException {
        OldLog young = OldLog.of(workspace, 3, conversation, Instant.now());
        String drop = "select drop_archived('" + workspace.value() + "', 3, sha256('"
                + String.join(
                        "",
                        young.entries().stream()
                                .map(one -> one.fact().payload())
                                .toList()) + "'))";
        try (Connection runtime = Databases.runtime();
                Statement hand = runtime.createStatement()) {
            assertThrows(SQLException.class, () -> hand.execute(drop));
            hand.execute(
                    "insert into audit_archive (workspace_id, last_sequence, first_sequence, id, previous_hash, last_hash,"
                            + " content_hash, key_id, manifest, signature, content, created_at) values ('"
                            + workspace.value()
                            + "', 3, 1, gen_random_uuid(), decode(repeat('00', 32), 'hex'), decode('"
                            + young.entries().getLast().hash().hex() + "', 'hex'), '', '', '', '', '', now())");
            SQLException refused = assertThrows(SQLException.class, () -> hand.execute(drop));
            assertEquals("23514", refused.getSQLState(), refused.getMessage());
        }
    }

    @Test
    void the_setting_is_changed_by_admins_within_bounds_and_told() {
        as("lead")
                .get(RETENTION)
                .then()
                .statusCode(200)
                .body("keepDays", nullValue())
                .header("ETag", "\"0\"");
        as("lead").body("{\"keepDays\":400}").patch(RETENTION).then().statusCode(403);
        as("agent").get(RETENTION).then().statusCode(403);
        for (String days : List.of("364", "0", "-1", "36501")) {
            as("admin")
                    .body("{\"keepDays\":" + days + "}")
                    .patch(RETENTION)
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/keepDays"));
        }
        as("admin").body("{\"keepDays\":\"many\"}").patch(RETENTION).then().statusCode(400);
        as("admin")
                .body("{\"keepDays\":400}")
                .patch(RETENTION)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        as("admin")
                .body("{\"keepDays\":400}")
                .patch(RETENTION)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
        as("admin")
                .header("If-Match", "\"7\"")
                .body("{\"keepDays\":500}")
                .patch(RETENTION)
                .then()
                .statusCode(412);
        awaitKind("setting_changed", 1);
        JsonPath told = get("/api/v1/audit?kind=setting_changed");
        assertEquals("audit_retention", told.getString("items[0].details.kind"));
        assertEquals(400, told.getInt("items[0].after.keepDays"));
        assertEquals("127.0.0.1", told.getString("items[0].origin.sourceAddress"));
    }

    private void tamper(String table, String sql) throws SQLException {
        try (Connection owner = Databases.owner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("alter table " + table + " disable trigger user");
            assertTrue(statement.executeUpdate(sql + " and workspace_id = '" + workspace.value() + "'") > 0, sql);
            statement.execute("alter table " + table + " enable trigger user");
            owner.commit();
        }
    }
}
