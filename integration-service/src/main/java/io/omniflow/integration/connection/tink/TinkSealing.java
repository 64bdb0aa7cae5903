package io.omniflow.integration.connection.tink;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import io.omniflow.integration.connection.Sealing;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.Secret;
import io.omniflow.integration.connection.domain.Secrets;
import io.omniflow.kit.identity.WorkspaceId;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM under the keyset's primary key; workspace and connection are authenticated with it. */
@Startup
@ApplicationScoped
class TinkSealing implements Sealing {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Aead aead;

    TinkSealing(SecretsConfig config) {
        this.aead = open(config.keysetFile(), config.createKeyset());
    }

    private static Aead open(Path file, boolean create) {
        try {
            AeadConfig.register();
            if (!Files.exists(file) && create) {
                KeysetFile.create(file);
            }
            if (!Files.exists(file)) {
                throw new IllegalStateException(
                        "The keyset that seals secrets is missing: " + file.toAbsolutePath()
                                + ". Set omniflow.secrets.keyset-file to it; on a laptop, omniflow.secrets.create-keyset=true makes one.");
            }
            return KeysetFile.read(file).getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("The keyset that seals secrets cannot be used: " + file, unusable);
        }
    }

    @Override
    public byte[] seal(WorkspaceId workspace, ConnectionId id, Secrets secrets) {
        try {
            byte[] plain = JSON.writeValueAsString(Plain.of(secrets)).getBytes(StandardCharsets.UTF_8);
            return aead.encrypt(plain, owner(workspace, id));
        } catch (JsonProcessingException | GeneralSecurityException failure) {
            throw new IllegalStateException("Secrets of connection " + id.value() + " could not be sealed", failure);
        }
    }

    @Override
    public Secrets unseal(WorkspaceId workspace, ConnectionId id, byte[] sealed) {
        try {
            byte[] plain = aead.decrypt(sealed, owner(workspace, id));
            return JSON.readValue(new String(plain, StandardCharsets.UTF_8), Plain.class)
                    .secrets();
        } catch (JsonProcessingException unreadable) {
            // The cause may quote the text it could not read.
            throw new IllegalStateException("Secrets of connection " + id.value() + " are not what was sealed");
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("No key opens the secrets of connection " + id.value(), failure);
        }
    }

    @Override
    public byte[] seal(String purpose, WorkspaceId workspace, UUID owner, String plain) {
        try {
            return aead.encrypt(plain.getBytes(StandardCharsets.UTF_8), owner(purpose, workspace, owner));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("A " + purpose + " of " + owner + " could not be sealed", failure);
        }
    }

    @Override
    public String unseal(String purpose, WorkspaceId workspace, UUID owner, byte[] sealed) {
        try {
            return new String(aead.decrypt(sealed, owner(purpose, workspace, owner)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("No key opens the " + purpose + " of " + owner, failure);
        }
    }

    private static byte[] owner(WorkspaceId workspace, ConnectionId id) {
        return owner("", workspace, id.value());
    }

    private static byte[] owner(String purpose, WorkspaceId workspace, UUID owner) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(4 * Long.BYTES + name.length);
        for (UUID part : new UUID[] {workspace.value(), owner}) {
            bytes.putLong(part.getMostSignificantBits()).putLong(part.getLeastSignificantBits());
        }
        return bytes.put(name).array();
    }

    /** What is sealed, as JSON. */
    record Plain(Map<String, String> credentials, @Nullable String webhookSecret) {
        static Plain of(Secrets secrets) {
            return new Plain(
                    secrets.credentials().entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, secret -> secret.getValue()
                                    .value())),
                    secrets.webhookSecret() == null
                            ? null
                            : secrets.webhookSecret().value());
        }

        Secrets secrets() {
            return new Secrets(
                    credentials.entrySet().stream()
                            .collect(Collectors.toMap(Map.Entry::getKey, secret -> new Secret(secret.getValue()))),
                    webhookSecret == null ? null : new Secret(webhookSecret));
        }
    }
}
