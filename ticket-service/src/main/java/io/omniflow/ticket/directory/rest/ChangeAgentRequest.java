package io.omniflow.ticket.directory.rest;

import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.Agent;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch: what is left out stays, null empties; the list of teams is replaced. */
@Schema(name = "ChangeAgent")
record ChangeAgentRequest(
        @Schema(implementation = String.class) MergePatch<String> name,
        @Schema(implementation = String.class) MergePatch<String> email,
        @Schema(implementation = String.class) MergePatch<String> subject,
        @Schema(implementation = Boolean.class) MergePatch<Boolean> active,
        @Schema(implementation = UUID[].class) MergePatch<List<UUID>> teamIds,
        @Schema(implementation = Boolean.class) MergePatch<Boolean> limitedToTeams) {

    /** 422 with a pointer to each field that breaks a rule. */
    UnaryOperator<Agent> change() {
        Rules rules = new Rules();
        rules.required("/name", name);
        rules.required("/active", active);
        rules.required("/limitedToTeams", limitedToTeams);
        Rules.given(name, value -> rules.name("/name", value));
        Rules.given(email, value -> rules.email("/email", value));
        Rules.given(subject, value -> rules.foreignId("/subject", value));
        Rules.given(teamIds, value -> rules.teams("/teamIds", value));
        rules.check();
        return before -> new Agent(
                before.id(),
                name.overRequired(before.name(), empty("/name")).strip(),
                Rules.stripped(email.over(before.email())),
                subject.over(before.subject()),
                active.overRequired(before.active(), empty("/active")),
                distinct(teamIds.over(before.teamIds())),
                limitedToTeams.overRequired(before.limitedToTeams(), empty("/limitedToTeams")),
                before.version(),
                before.createdAt());
    }

    private static List<UUID> distinct(@Nullable List<UUID> ids) {
        return ids == null ? List.of() : List.copyOf(new LinkedHashSet<>(ids));
    }

    private static Supplier<HttpProblem> empty(String pointer) {
        return () -> Problems.invalid(pointer, "cannot be emptied");
    }
}
