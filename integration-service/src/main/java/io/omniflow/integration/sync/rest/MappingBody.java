package io.omniflow.integration.sync.rest;

import io.omniflow.integration.sync.domain.Mapping;
import io.omniflow.integration.sync.domain.MappingForm;
import io.omniflow.integration.sync.domain.StateKind;
import io.omniflow.integration.sync.domain.StoredMapping;
import io.omniflow.integration.sync.domain.Target;
import io.omniflow.integration.sync.domain.TicketStatus;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping as it is written and shown. */
record MappingBody(
        @Nullable List<@Nullable Rule> toTicket,
        @Nullable Map<String, @Nullable Where> toIssue,
        @Nullable Boolean comments,
        @Nullable Boolean priority) {

    /** One of {@code state} and {@code kind}; a null {@code status} leaves the ticket alone. */
    record Rule(
            @Nullable String state,
            @Nullable String kind,
            @Nullable String status) {}

    /** One of {@code state} and {@code kind}. */
    record Where(@Nullable String state, @Nullable String kind) {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 422 naming every flaw */
    Mapping mapping() {
        Set<Mapping.Extra> extras = Boolean.TRUE.equals(comments) ? Set.of(Mapping.Extra.COMMENTS) : Set.of();
        MappingForm form = new MappingForm(rules(), targets(), extras);
        List<FieldError> flaws = new ArrayList<>();
        if (Boolean.TRUE.equals(priority)) {
            flaws.add(new FieldError("/priority", "Is not carried over by this version; must be false"));
        }
        switch (form.read()) {
            case MappingForm.Valid(Mapping mapping) -> {
                if (flaws.isEmpty()) {
                    return mapping;
                }
            }
            case MappingForm.Invalid(var found) ->
                found.forEach(flaw -> flaws.add(new FieldError(flaw.pointer(), flaw.detail())));
        }
        throw Problems.invalid(flaws);
    }

    static MappingBody of(StoredMapping stored) {
        Mapping mapping = stored.mapping();
        Map<String, @Nullable Where> toIssue = new LinkedHashMap<>();
        for (TicketStatus status : TicketStatus.values()) {
            toIssue.put(
                    status.text(),
                    mapping.target(status).map(MappingBody::where).orElse(null));
        }
        List<@Nullable Rule> toTicket = new ArrayList<>();
        mapping.toTicket().forEach(rule -> {
            Where when = where(rule.when());
            toTicket.add(new Rule(
                    when.state(),
                    when.kind(),
                    rule.status() == null ? null : rule.status().text()));
        });
        return new MappingBody(toTicket, toIssue, mapping.extras().contains(Mapping.Extra.COMMENTS), false);
    }

    private static Where where(Target target) {
        return switch (target) {
            case Target.State(String id) -> new Where(id, null);
            case Target.Kind(StateKind kind) -> new Where(null, kind.text());
        };
    }

    private @Nullable List<MappingForm.@Nullable RuleForm> rules() {
        if (toTicket == null) {
            return null;
        }
        List<MappingForm.@Nullable RuleForm> rules = new ArrayList<>();
        toTicket.forEach(rule -> rules.add(
                rule == null
                        ? null
                        : new MappingForm.RuleForm(
                                new MappingForm.TargetForm(rule.state(), rule.kind()), rule.status())));
        return rules;
    }

    private @Nullable Map<String, MappingForm.@Nullable TargetForm> targets() {
        if (toIssue == null) {
            return null;
        }
        Map<String, MappingForm.@Nullable TargetForm> targets = new LinkedHashMap<>();
        toIssue.forEach((status, where) ->
                targets.put(status, where == null ? null : new MappingForm.TargetForm(where.state(), where.kind())));
        return targets;
    }
}
