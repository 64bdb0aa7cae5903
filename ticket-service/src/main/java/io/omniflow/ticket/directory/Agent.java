package io.omniflow.ticket.directory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who works on tickets.
 *
 * @param subject the {@code sub} of the tokens this agent signs in with; the agent's id always counts as one
 * @param limitedToTeams whether this agent sees the tickets of its teams only
 */
public record Agent(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String subject,
        boolean active,
        List<UUID> teamIds,
        boolean limitedToTeams,
        long version,
        Instant createdAt) {

    Agent inVersion(long next) {
        return new Agent(id, name, email, subject, active, teamIds, limitedToTeams, next, createdAt);
    }

    /** As it is told when it changes. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", name);
        if (email != null) {
            told.put("email", email);
        }
        if (subject != null) {
            told.put("subject", subject);
        }
        told.put("active", active);
        told.put("teamIds", teamIds.stream().map(UUID::toString).toList());
        told.put("limitedToTeams", limitedToTeams);
        told.put("version", version);
        return told;
    }
}
