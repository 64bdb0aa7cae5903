package io.omniflow.ticket.directory.rest;

import io.omniflow.ticket.directory.Agent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Agent")
record AgentView(
        UUID id,
        String name,
        @Nullable String email,
        @Nullable String subject,
        boolean active,
        List<UUID> teamIds,
        boolean limitedToTeams,
        long version,
        Instant createdAt) {
    static final String REQUEST = "{\"name\": \"Anna Weber\", \"email\": \"anna@example.com\"}";
    static final String CHANGE = "{\"active\": false}";
    static final String EXAMPLE = """
            {"id": "019ab3f0-0a00-7000-8000-000000000002", "name": "Anna Weber", "email": "anna@example.com",
             "subject": "anna", "active": true, "teamIds": ["019ab3f0-0a00-7000-8000-000000000003"],
             "limitedToTeams": false, "version": 1, "createdAt": "2026-11-27T09:00:00.000Z"}""";
    static final String PAGE = "{\"items\": [" + EXAMPLE + "], \"nextCursor\": null}";

    static AgentView of(Agent agent) {
        return new AgentView(
                agent.id(),
                agent.name(),
                agent.email(),
                agent.subject(),
                agent.active(),
                agent.teamIds(),
                agent.limitedToTeams(),
                agent.version(),
                agent.createdAt());
    }

    /** Describes a page of agents to the readers of the API description. */
    @Schema(name = "AgentPage")
    record AgentPage(List<AgentView> items, @Nullable String nextCursor) {}
}
