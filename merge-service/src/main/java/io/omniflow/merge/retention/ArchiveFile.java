package io.omniflow.merge.retention;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Fact;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Salt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The file of an archive: gzip, an entry a line as JSON, the payload as the text that was hashed. */
final class ArchiveFile {
    private static final JsonMapper JSON = new JsonMapper();

    private ArchiveFile() {}

    static byte[] of(List<Entry> entries) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(file)) {
            for (Entry entry : entries) {
                packed.write(JSON.writeValueAsBytes(line(entry)));
                packed.write('\n');
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    static List<Entry> read(WorkspaceId workspace, byte[] file) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(file))) {
            for (String line : new String(unpacked.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                entries.add(entry(workspace, JSON.readTree(line)));
            }
        }
        return entries;
    }

    static Hash hashOf(byte[] bytes) {
        try {
            return new Hash(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static ObjectNode line(Entry entry) {
        Fact fact = entry.fact();
        return JSON.createObjectNode()
                .put("sequence", entry.sequence())
                .put("id", fact.id().toString())
                .put("ticketId", text(fact.ticketId()))
                .put("kind", fact.kind())
                .put("actor", fact.actor())
                .put("at", fact.at().toString())
                .put("recordedAt", entry.recordedAt().toString())
                .put("service", fact.service())
                .put("mergeId", text(fact.mergeId()))
                .put("correlationId", fact.correlationId())
                .put("payload", fact.payload())
                .put("salt", entry.salt().hex())
                .put("payloadHash", entry.payloadHash().hex())
                .put("previousHash", entry.previousHash().hex())
                .put("hash", entry.hash().hex());
    }

    private static Entry entry(WorkspaceId workspace, JsonNode line) {
        return new Entry(
                line.path("sequence").asLong(),
                new Fact(
                        workspace,
                        UUID.fromString(line.path("id").asText()),
                        id(line.path("ticketId")),
                        line.path("kind").asText(),
                        line.path("actor").asText(),
                        Instant.parse(line.path("at").asText()),
                        line.path("service").asText(),
                        id(line.path("mergeId")),
                        line.path("correlationId").asText(),
                        line.path("payload").asText()),
                Instant.parse(line.path("recordedAt").asText()),
                new Salt(line.path("salt").asText()),
                new Hash(line.path("payloadHash").asText()),
                new Hash(line.path("previousHash").asText()),
                new Hash(line.path("hash").asText()));
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static @Nullable UUID id(JsonNode text) {
        return text.isTextual() ? UUID.fromString(text.textValue()) : null;
    }
}
