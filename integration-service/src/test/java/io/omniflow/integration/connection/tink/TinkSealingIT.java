package io.omniflow.integration.connection.tink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Secret;
import io.omniflow.integration.connection.domain.Secrets;
import io.omniflow.kit.identity.WorkspaceId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TinkSealingIT {
    private static final WorkspaceId WORKSPACE = new WorkspaceId(UUID.randomUUID());
    private static final ConnectionId CONNECTION = new ConnectionId(UUID.randomUUID());
    private static final Secrets SECRETS =
            new Secrets(Map.of("apiKey", new Secret("lin_api_plain_text")), new Secret("hook_plain_text"));

    private Path folder;

    @BeforeEach
    void in_an_empty_folder(@TempDir Path empty) {
        folder = empty;
    }

    @Test
    void what_was_sealed_is_opened_again_also_after_a_restart() {
        byte[] sealed = sealing(true).seal(WORKSPACE, CONNECTION, SECRETS);

        assertEquals(SECRETS, sealing(false).unseal(WORKSPACE, CONNECTION, sealed));
    }

    @Test
    void the_sealed_form_shows_nothing() {
        String sealed = new String(sealing(true).seal(WORKSPACE, CONNECTION, SECRETS), StandardCharsets.ISO_8859_1);

        assertFalse(sealed.contains("plain_text"));
    }

    @Test
    void it_is_opened_for_its_own_connection_and_workspace_only() {
        TinkSealing sealing = sealing(true);
        byte[] sealed = sealing.seal(WORKSPACE, CONNECTION, SECRETS);

        assertThrows(
                IllegalStateException.class,
                () -> sealing.unseal(WORKSPACE, new ConnectionId(UUID.randomUUID()), sealed));
        assertThrows(
                IllegalStateException.class,
                () -> sealing.unseal(new WorkspaceId(UUID.randomUUID()), CONNECTION, sealed));
    }

    @Test
    void the_keyset_is_readable_by_its_owner_only() throws IOException {
        sealing(true);

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(keyset())));
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void without_a_keyset_the_service_does_not_start_and_says_why() {
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> sealing(false));

        assertTrue(String.valueOf(refused.getMessage()).contains("omniflow.secrets.keyset-file"));
    }

    private TinkSealing sealing(boolean create) {
        return new TinkSealing(new SecretsConfig() {
            @Override
            public Path keysetFile() {
                return keyset();
            }

            @Override
            public boolean createKeyset() {
                return create;
            }
        });
    }

    private Path keyset() {
        return folder.resolve("keyset.json");
    }
}
