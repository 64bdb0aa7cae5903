package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.merge.merging.MergesForPromises;
import io.omniflow.testing.Backing;
import io.omniflow.testing.Databases;
import io.omniflow.testing.Events;
import io.omniflow.testing.OneConnection;
import io.omniflow.testing.api.ApiPromises;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

@QuarkusTest
@TestProfile(OneConnection.class)
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class ApiPromisesIT {
    @TestFactory
    Stream<DynamicNode> every_endpoint_keeps_the_promises() {
        return new ApiPromises()
                .id("/api/v1/audit/{id}", ApiPromisesIT::makeEntry)
                .id("/api/v1/audit/archives/{id}", ApiPromisesIT::makeArchive)
                .id("/api/v1/audit/archives/{id}/file", ApiPromisesIT::makeArchive)
                .id("/api/v1/merges/{id}", MergesForPromises::merge)
                .path("/api/v1/audit/{entryId}/undo", token -> Map.of("entryId", MergesForPromises.entry(token)))
                .tests();
    }

    /** An entry has the id of the event that told it. */
    private static String makeEntry(String token) {
        Desk desk = new Desk(new WorkspaceId(workspaceOf(token)));
        OutboundEvent created = desk.created(Ids.next());
        long before = desk.verified().getLong("head.sequence");
        Events.publish(created);
        desk.awaitEntries((int) before + 1);
        return created.id().toString();
    }

    private static String makeArchive(String token) {
        UUID id = Ids.next();
        try (Connection owner = Databases.owner();
                PreparedStatement archive = owner.prepareStatement("""
                        insert into audit_archive (workspace_id, last_sequence, first_sequence, id, previous_hash, last_hash,
                          content_hash, key_id, manifest, signature, content, created_at)
                        select ?, coalesce(max(last_sequence), 0) + 1, coalesce(max(last_sequence), 0) + 1, ?, sha256('1'),
                          sha256('2'), sha256('3'), 'key', '{}', '', '', now() from audit_archive where workspace_id = ?
                        """)) {
            archive.setObject(1, workspaceOf(token));
            archive.setObject(2, id);
            archive.setObject(3, workspaceOf(token));
            archive.executeUpdate();
            return id.toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static UUID workspaceOf(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.")[1]);
        return UUID.fromString(new JsonPath(new String(claims, StandardCharsets.UTF_8)).getString("workspace"));
    }
}
