package io.omniflow.merge.retention.rest;

import io.omniflow.merge.retention.Archive;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An archive of the audit log, with what proves it. */
@Schema(name = "AuditArchive")
record ArchiveView(
        UUID id,
        long firstSequence,
        long lastSequence,

        @Schema(description = "The hash of the entry before the first")
        String previousHash,

        @Schema(description = "The hash of the last entry; the log, or the next archive, goes on from it")
        String lastHash,

        @Schema(description = "SHA-256 of the file, hexadecimal")
        String contentHash,

        @Schema(description = "Size of the file") long bytes,
        @Schema(description = "The key that signed") String keyId,

        @Schema(description = "The text that was signed (UTF-8); it says the same as the other fields")
        String manifest,

        @Schema(description = "Ed25519 over the manifest, in Base64")
        String signature,

        Instant createdAt) {
    static final String EXAMPLE = """
            {
              "id": "019ab3c0-7777-7000-8000-000000000001",
              "firstSequence": 1,
              "lastSequence": 2000,
              "previousHash": "0000000000000000000000000000000000000000000000000000000000000000",
              "lastHash": "15550eb6e251cefbad01db45c415d62f65203a21b9a8f93da6f4ca26555ef822",
              "contentHash": "9828839bb0fe6622be83b7dd542ace88b65a265a74d36cea5573df7db81d39f7",
              "bytes": 183000,
              "keyId": "5b56bda1a5808451",
              "manifest": "{\\"contentHash\\":\\"9828839b…\\"}",
              "signature": "mF2x…",
              "createdAt": "2026-11-28T03:00:00.000Z"
            }""";
    static final String PAGE = "{\"items\": [" + EXAMPLE + "], \"nextCursor\": null}";

    static ArchiveView of(Archive archive) {
        return new ArchiveView(
                archive.id(),
                archive.firstSequence(),
                archive.lastSequence(),
                archive.previousHash().hex(),
                archive.lastHash().hex(),
                archive.contentHash().hex(),
                archive.bytes(),
                archive.keyId(),
                archive.manifest(),
                archive.signature(),
                archive.createdAt());
    }

    /** Describes a page of archives to the readers of the API description. */
    @Schema(name = "AuditArchivePage")
    record ArchivePage(List<ArchiveView> items, @Nullable String nextCursor) {}
}
