package io.omniflow.ticket.rule.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.rule.domain.RuleTerms;
import io.omniflow.ticket.rule.domain.Trigger;
import io.omniflow.ticket.rule.domain.When;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Name, trigger and act are needed; without conditions a rule holds for each occasion. */
@Schema(name = "MakeRule")
record RuleRequest(
        @Nullable String name,
        @Nullable Integer position,
        @Nullable Boolean enabled,
        @Nullable Trigger trigger,
        @Nullable ConditionsBody when,
        @Nullable ActsBody then) {

    /** A body that is empty, or the JSON value null, is no request. */
    static <T> T required(@Nullable T request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        return request;
    }

    static RuleRequest of(RuleTerms terms) {
        return new RuleRequest(
                terms.name(),
                terms.position(),
                terms.enabled(),
                terms.trigger(),
                ConditionsBody.of(terms.when()),
                ActsBody.of(terms.then()));
    }

    /**
     * Fails with 422.
     *
     * @param last the position of a rule that is given none
     */
    RuleTerms terms(int last) {
        if (trigger == null || then == null) {
            List<FieldError> errors = new ArrayList<>();
            if (trigger == null) {
                errors.add(new FieldError("/trigger", "is required"));
            }
            if (then == null) {
                errors.add(new FieldError("/then", "is required"));
            }
            throw Problems.invalid(errors);
        }
        return new RuleTerms(
                name == null ? "" : name.strip(),
                position == null ? last : position,
                enabled == null || enabled,
                trigger,
                when == null ? When.ALWAYS : when.when(),
                then.then());
    }
}
