package io.omniflow.merge.retention;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * Entries that left the log together. The manifest says which, and is signed.
 *
 * @param previousHash the hash of the entry before the first
 * @param contentHash SHA-256 of the file
 * @param keyId the key that signed
 * @param signature of the manifest, in Base64
 * @param bytes size of the file
 */
public record Archive(
        WorkspaceId workspace,
        UUID id,
        long firstSequence,
        long lastSequence,
        Hash previousHash,
        Hash lastHash,
        Hash contentHash,
        String keyId,
        Instant createdAt,
        String signature,
        long bytes) {

    /** The text that is signed: canonical JSON (RFC 8785), which hashes, ids and numbers need no escape for. */
    public String manifest() {
        return "{\"contentHash\":\"" + contentHash.hex() + "\",\"createdAt\":\"" + createdAt + "\",\"firstSequence\":"
                + firstSequence + ",\"id\":\"" + id + "\",\"keyId\":\"" + keyId + "\",\"lastHash\":\"" + lastHash.hex()
                + "\",\"lastSequence\":" + lastSequence + ",\"previousHash\":\"" + previousHash.hex()
                + "\",\"version\":1,\"workspace\":\"" + workspace.value() + "\"}";
    }

    /** The same entries in another file, for some payloads were emptied. */
    Archive over(Hash anotherContent, String anotherKey, long anotherSize) {
        return new Archive(
                workspace,
                id,
                firstSequence,
                lastSequence,
                previousHash,
                lastHash,
                anotherContent,
                anotherKey,
                createdAt,
                "",
                anotherSize);
    }

    Archive with(String another) {
        return new Archive(
                workspace,
                id,
                firstSequence,
                lastSequence,
                previousHash,
                lastHash,
                contentHash,
                keyId,
                createdAt,
                another,
                bytes);
    }

    byte[] signedText() {
        return manifest().getBytes(StandardCharsets.UTF_8);
    }

    long entries() {
        return lastSequence - firstSequence + 1;
    }
}
