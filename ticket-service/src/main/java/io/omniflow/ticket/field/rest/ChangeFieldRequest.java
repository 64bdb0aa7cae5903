package io.omniflow.ticket.field.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omniflow.kit.http.MergePatch;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.field.domain.FieldDefinition;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A JSON Merge Patch: what is left out stays, null empties. Key and type never change. */
@Schema(name = "ChangeCustomField")
record ChangeFieldRequest(
        @Schema(implementation = String.class) MergePatch<String> label,
        @Schema(implementation = Boolean.class) MergePatch<Boolean> required,
        @Schema(implementation = String[].class) MergePatch<List<String>> options,
        @Schema(implementation = String.class) MergePatch<String> regex,

        @JsonProperty("default") @Schema(implementation = Object.class)
        MergePatch<Object> defaultValue) {

    UnaryOperator<FieldDefinition> change() {
        return before -> new FieldDefinition(
                before.key(),
                label.overRequired(before.label(), empty("/label")).strip(),
                before.type(),
                required.overRequired(before.required(), empty("/required")),
                options.overRequired(before.options(), empty("/options")),
                regex.over(before.regex()),
                defaultValue.over(before.defaultValue()),
                before.archived(),
                before.version(),
                before.createdAt());
    }

    private static Supplier<HttpProblem> empty(String pointer) {
        return () -> Problems.invalid(pointer, "cannot be emptied");
    }
}
