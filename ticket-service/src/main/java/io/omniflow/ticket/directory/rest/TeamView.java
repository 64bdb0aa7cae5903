package io.omniflow.ticket.directory.rest;

import io.omniflow.ticket.directory.Team;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Team")
record TeamView(UUID id, String name, @Nullable UUID leadId, boolean archived, long version, Instant createdAt) {
    static final String REQUEST = "{\"name\": \"Billing\"}";
    static final String CHANGE = "{\"name\": \"Billing and refunds\"}";
    static final String EXAMPLE = """
            {"id": "019ab3f0-0a00-7000-8000-000000000003", "name": "Billing",
             "leadId": "019ab3f0-0a00-7000-8000-000000000002", "archived": false, "version": 1,
             "createdAt": "2026-11-27T09:00:00.000Z"}""";
    static final String PAGE = "{\"items\": [" + EXAMPLE + "], \"nextCursor\": null}";

    static TeamView of(Team team) {
        return new TeamView(team.id(), team.name(), team.leadId(), team.archived(), team.version(), team.createdAt());
    }

    /** Describes a page of teams to the readers of the API description. */
    @Schema(name = "TeamPage")
    record TeamPage(List<TeamView> items, @Nullable String nextCursor) {}
}
