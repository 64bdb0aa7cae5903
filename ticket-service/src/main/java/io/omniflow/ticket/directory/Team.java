package io.omniflow.ticket.directory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A routing scope of tickets. An archived team takes no new ones; its name is free again. */
public record Team(UUID id, String name, @Nullable UUID leadId, boolean archived, long version, Instant createdAt) {

    Team inArchive() {
        return new Team(id, name, leadId, true, version + 1, createdAt);
    }

    Team inVersion(long next) {
        return new Team(id, name, leadId, archived, next, createdAt);
    }

    /** As it is told when it changes. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", name);
        if (leadId != null) {
            told.put("leadId", leadId.toString());
        }
        told.put("archived", archived);
        told.put("version", version);
        return told;
    }
}
