package io.omniflow.merge.retention;

import io.omniflow.merge.audit.domain.ChainCheck;
import io.omniflow.merge.audit.domain.Entry;
import io.omniflow.merge.audit.domain.Hash;
import io.omniflow.merge.audit.domain.Head;
import io.omniflow.merge.audit.domain.Redaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;

/** Whether an archive is what it says: signed with a known key, and its file a part of the chain. */
@ApplicationScoped
class ArchiveProof {
    private final ArchiveKeys keys;

    ArchiveProof(ArchiveKeys keys) {
        this.keys = keys;
    }

    boolean signed(Archive archive) {
        return keys.proves(archive.keyId(), archive.signedText(), archive.signature());
    }

    /** @param redactions of entries whose payload was emptied, by sequence */
    boolean holds(Archive archive, byte[] content, Map<Long, Redaction> redactions) {
        if (!signed(archive) || !ArchiveFile.hashOf(content).equals(archive.contentHash())) {
            return false;
        }
        try {
            List<Entry> entries = ArchiveFile.read(archive.workspace(), content);
            ChainCheck check = ChainCheck.after(new Head(archive.firstSequence() - 1, archive.previousHash()));
            for (Entry entry : entries) {
                check = check.next(entry, null, redactions.get(entry.sequence()));
            }
            return check.endedAt(archive.lastSequence(), archive.lastHash()).flaw() == null
                    && check.checked() == archive.entries();
        } catch (IOException | IllegalArgumentException | DateTimeException malformed) {
            return false;
        }
    }

    /** SHA-256 of all payloads, one after the other: what the database compares before it lets entries go. */
    static Hash payloads(List<Entry> entries) {
        StringBuilder all = new StringBuilder();
        entries.forEach(entry -> all.append(entry.fact().payload()));
        return ArchiveFile.hashOf(all.toString().getBytes(StandardCharsets.UTF_8));
    }
}
