package io.omniflow.merge.audit.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omniflow.merge.audit.domain.Entry;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of the audit log. With the salt and the four parts of the payload a reader can compute both hashes himself. */
@Schema(name = "AuditEntry")
public record EntryView(
        @Schema(description = "The id of the event that told the fact")
        UUID id,

        @Schema(description = "Place in the workspace's chain; without gaps, from 1")
        long sequence,

        @Schema(description = "Null where the fact is of no single ticket") @Nullable UUID ticketId,

        @Schema(description = "What happened, as the list of events names it")
        String kind,

        @Schema(description = "Who did it, as kind:id") String actor,
        @Schema(description = "When it happened") Instant at,

        @Schema(description = "When it was appended to the log")
        Instant recordedAt,

        @Schema(description = "The service that told it") String service,
        @Nullable UUID mergeId,

        @Schema(description = "Shared by everything one request brought about")
        String correlationId,

        @Schema(
                implementation = Object.class,
                nullable = true,
                description = "What it was before, where there is a before")
        JsonNode before,

        @Schema(
                implementation = Object.class,
                nullable = true,
                description = "What it is after, where there is an after")
        JsonNode after,

        @Schema(implementation = Object.class, description = "The rest of what the event said")
        JsonNode details,

        @Schema(
                implementation = Object.class,
                description =
                        "What caused it: causationId, changeId, the fact's own sequence, the network address of the request"
                                + " (sourceAddress), and whether it is imported history")
        JsonNode origin,

        @Schema(
                description =
                        "Whether a contact was erased and the payload emptied; payloadHash is still that of what was"
                                + " sealed, the salt is gone")
        boolean redacted,

        @Schema(description = "Hashed in front of the payload, hexadecimal")
        String salt,

        @Schema(description = "SHA-256 of salt and payload, hexadecimal")
        String payloadHash,

        @Schema(description = "The hash of the entry before; zeros for the first")
        String previousHash,

        @Schema(description = "SHA-256 of this entry, hexadecimal")
        String hash) {
    /** Not the mapper of requests: what the log holds is shown, whatever today's limits on input are. */
    private static final JsonMapper STORED = new JsonMapper();

    static EntryView of(Entry entry) {
        JsonNode payload = payload(entry);
        return new EntryView(
                entry.fact().id(),
                entry.sequence(),
                entry.fact().ticketId(),
                entry.fact().kind(),
                entry.fact().actor(),
                entry.fact().at(),
                entry.recordedAt(),
                entry.fact().service(),
                entry.fact().mergeId(),
                entry.fact().correlationId(),
                payload.path("before"),
                payload.path("after"),
                payload.path("details"),
                payload.path("origin"),
                payload.has("redacted"),
                entry.salt().hex(),
                entry.payloadHash().hex(),
                entry.previousHash().hex(),
                entry.hash().hex());
    }

    /** What somebody put in place of the JSON is shown as it is; saying so is for the check of the chain. */
    private static JsonNode payload(Entry entry) {
        String payload = entry.fact().payload();
        try {
            return STORED.readTree(payload);
        } catch (JsonProcessingException tampered) {
            return STORED.createObjectNode().put("details", payload);
        }
    }
}
