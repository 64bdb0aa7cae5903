package io.omniflow.ticket.directory.rest;

import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.directory.Agent;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Only the name is required; other systems may keep their ids. */
@Schema(name = "AddAgent")
record AddAgentRequest(
        @Nullable UUID id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String subject,
        @Nullable Boolean active,
        @Nullable List<UUID> teamIds,
        @Nullable Boolean limitedToTeams) {

    /** Fails with 422 and a pointer to each field that breaks a rule. */
    Agent wanted() {
        Rules rules = new Rules();
        rules.id("/id", id);
        rules.name("/name", name);
        Rules.told(email, value -> rules.email("/email", value));
        Rules.told(subject, value -> rules.foreignId("/subject", value));
        Rules.told(teamIds, value -> rules.teams("/teamIds", value));
        rules.check();
        return new Agent(
                id == null ? Ids.next() : id,
                name == null ? "" : name.strip(),
                Rules.stripped(email),
                subject,
                active == null || active,
                teamIds == null ? List.of() : List.copyOf(new LinkedHashSet<>(teamIds)),
                limitedToTeams != null && limitedToTeams,
                1,
                Instant.EPOCH);
    }
}
