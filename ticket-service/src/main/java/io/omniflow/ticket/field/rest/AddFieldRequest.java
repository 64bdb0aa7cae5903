package io.omniflow.ticket.field.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.field.domain.FieldDefinition;
import io.omniflow.ticket.field.domain.FieldType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Key, label and type are required. */
@Schema(name = "AddCustomField")
record AddFieldRequest(
        @Nullable String key,
        @Nullable String label,
        @Nullable FieldType type,
        @Nullable Boolean required,
        @Nullable List<String> options,
        @Nullable String regex,
        @JsonProperty("default") @Nullable Object defaultValue) {

    /** Whether the parts fit each other is for the definition to say; 422 without a type. */
    FieldDefinition wanted() {
        if (type == null) {
            throw Problems.invalid("/type", "is required");
        }
        return new FieldDefinition(
                key == null ? "" : key,
                label == null ? "" : label.strip(),
                type,
                required != null && required,
                options == null ? List.of() : options,
                regex,
                defaultValue,
                false,
                1,
                Instant.EPOCH);
    }
}
