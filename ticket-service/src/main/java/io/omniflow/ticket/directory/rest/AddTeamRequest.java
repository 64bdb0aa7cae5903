package io.omniflow.ticket.directory.rest;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Only the name is required; other systems may keep their ids. */
@Schema(name = "AddTeam")
record AddTeamRequest(
        @Nullable UUID id, @Nullable String name, @Nullable UUID leadId) {

    /** Fails with 422 when it breaks a rule. */
    String checkedName() {
        Rules rules = new Rules();
        rules.id("/id", id);
        rules.name("/name", name);
        rules.check();
        return name == null ? "" : name.strip();
    }
}
