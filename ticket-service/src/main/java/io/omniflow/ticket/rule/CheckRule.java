package io.omniflow.ticket.rule;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.field.Fields;
import io.omniflow.ticket.field.domain.DefinedFields;
import io.omniflow.ticket.field.domain.FieldDefinition;
import io.omniflow.ticket.rule.domain.Bounds;
import io.omniflow.ticket.rule.domain.RuleTerms;
import io.omniflow.ticket.rule.domain.Template;
import io.omniflow.ticket.rule.domain.Then;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Whether the terms of a rule can be meant: what would fail at every conversation is refused when it is written. A calendar
 * may be unknown, since its copy may lag.
 */
@ApplicationScoped
class CheckRule {
    private final RulePatterns patterns;
    private final Mentions mentions;
    private final Fields fields;

    CheckRule(RulePatterns patterns, Mentions mentions, Fields fields) {
        this.patterns = patterns;
        this.mentions = mentions;
        this.fields = fields;
    }

    /** Where in the terms what a ticket is given stands; a new one needs what is required. */
    private record Given(
            String pointer,
            @Nullable UUID teamId,
            @Nullable UUID assigneeId,
            Function<DefinedFields, DefinedFields.Judged> values) {
        static Given of(Then then) {
            return switch (then) {
                case Then.CreateTicket(Template made) ->
                    new Given(
                            "/then/createTicket",
                            made.teamId(),
                            made.assigneeId(),
                            defined -> defined.opened(made.customFields()));
                case Then.ChangeTicket(var changes) ->
                    new Given(
                            "/then/changeTicket",
                            changes.teamId(),
                            changes.assigneeId(),
                            defined -> defined.patched(changes.customFields()));
            };
        }
    }

    /** Fails with 422 for what is wrong with the terms themselves. */
    Uni<RuleTerms> bounded(RuleTerms terms) {
        List<FieldError> errors = new ArrayList<>();
        Bounds.flaws(terms).forEach(flaw -> errors.add(new FieldError(flaw.pointer(), flaw.detail())));
        @Nullable String regex = terms.when().regex();
        if (regex != null && !patterns.isUsable(regex)) {
            errors.add(new FieldError(
                    "/when/regex",
                    "must be an RE2 pattern of 1 to " + FieldDefinition.LONGEST_REGEX
                            + " characters without large repetitions"));
        }
        if (!errors.isEmpty()) {
            return Uni.createFrom().failure(Problems.invalid(errors));
        }
        return Uni.createFrom().item(terms);
    }

    /** Fails with 422 and a pointer to each part that breaks a rule. */
    Uni<RuleTerms> checked(SqlConnection transaction, WorkspaceId workspace, RuleTerms terms) {
        return bounded(terms).chain(() -> mentioned(transaction, workspace, terms));
    }

    private Uni<RuleTerms> mentioned(SqlConnection transaction, WorkspaceId workspace, RuleTerms terms) {
        List<FieldError> errors = new ArrayList<>();
        Given given = Given.of(terms.then());
        return known(transaction, workspace, terms, given)
                .invoke(found -> people(terms, given, found, errors))
                .chain(() -> values(transaction, workspace, given, errors))
                .map(_ -> {
                    if (!errors.isEmpty()) {
                        throw Problems.invalid(errors);
                    }
                    return terms;
                });
    }

    private Uni<Mentions.Known> known(SqlConnection transaction, WorkspaceId workspace, RuleTerms terms, Given given) {
        Set<UUID> teams = new HashSet<>(terms.when().teamIds());
        if (given.teamId() != null) {
            teams.add(given.teamId());
        }
        Set<UUID> agents = given.assigneeId() == null ? Set.of() : Set.of(given.assigneeId());
        return teams.isEmpty() && agents.isEmpty()
                ? Uni.createFrom().item(new Mentions.Known(Set.of(), Set.of()))
                : mentions.known(transaction, workspace, teams, agents);
    }

    private static void people(RuleTerms terms, Given given, Mentions.Known known, List<FieldError> errors) {
        String noTeam = "is no team of this workspace, or an archived one";
        List<UUID> asked = terms.when().teamIds();
        for (int i = 0; i < asked.size(); i++) {
            if (!known.teams().contains(asked.get(i))) {
                errors.add(new FieldError("/when/teamIds/" + i, noTeam));
            }
        }
        if (given.teamId() != null && !known.teams().contains(given.teamId())) {
            errors.add(new FieldError(given.pointer() + "/teamId", noTeam));
        }
        if (given.assigneeId() != null && !known.agents().contains(given.assigneeId())) {
            errors.add(new FieldError(given.pointer() + "/assigneeId", "is no active agent of this workspace"));
        }
    }

    private Uni<Void> values(SqlConnection transaction, WorkspaceId workspace, Given given, List<FieldError> errors) {
        return fields.within(transaction, workspace)
                .invoke(defined -> given.values()
                        .apply(defined)
                        .complaints()
                        .forEach(complaint -> errors.add(new FieldError(
                                given.pointer() + "/customFields/" + complaint.place(), complaint.reason()))))
                .replaceWithVoid();
    }
}
