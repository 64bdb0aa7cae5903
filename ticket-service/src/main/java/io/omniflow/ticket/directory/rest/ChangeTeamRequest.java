package io.omniflow.ticket.directory.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.Team;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Merge Patch: what is left out stays, null empties. */
@Schema(name = "ChangeTeam")
record ChangeTeamRequest(
        @Schema(implementation = String.class) MergePatch<String> name,
        @Schema(implementation = UUID.class) MergePatch<UUID> leadId) {

    /** 422 with a pointer to each field that breaks a rule. */
    UnaryOperator<Team> change() {
        Rules rules = new Rules();
        rules.required("/name", name);
        Rules.given(name, value -> rules.name("/name", value));
        rules.check();
        return before -> new Team(
                before.id(),
                name.overRequired(before.name(), () -> Problems.invalid("/name", "cannot be emptied"))
                        .strip(),
                leadId.over(before.leadId()),
                before.archived(),
                before.version(),
                before.createdAt());
    }
}
