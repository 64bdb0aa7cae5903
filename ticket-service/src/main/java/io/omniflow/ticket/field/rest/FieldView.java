package io.omniflow.ticket.field.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omniflow.ticket.field.domain.FieldDefinition;
import io.omniflow.ticket.field.domain.FieldType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "CustomField")
record FieldView(
        String key,
        String label,
        FieldType type,
        boolean required,
        List<String> options,
        @Nullable String regex,
        @JsonProperty("default") @Nullable Object defaultValue,
        boolean archived,
        long version,
        Instant createdAt) {
    static final String REQUEST = """
            {"key": "vendor_ticket_id", "label": "Vendor ticket", "type": "text", "regex": "V-[0-9]+"}""";
    static final String SELECT = """
            {"key": "region", "label": "Region", "type": "single_select", "options": ["emea", "apac"],
             "required": true, "default": "emea"}""";
    static final String CHANGE = "{\"label\": \"Ticket of the vendor\", \"required\": false}";
    static final String EXAMPLE = """
            {"key": "vendor_ticket_id", "label": "Vendor ticket", "type": "text", "required": false, "options": [],
             "regex": "V-[0-9]+", "default": null, "archived": false, "version": 1,
             "createdAt": "2026-11-27T09:00:00.000Z"}""";
    static final String PAGE = "{\"items\": [" + EXAMPLE + "], \"nextCursor\": null}";

    static FieldView of(FieldDefinition definition) {
        return new FieldView(
                definition.key(),
                definition.label(),
                definition.type(),
                definition.required(),
                definition.options(),
                definition.regex(),
                definition.defaultValue(),
                definition.archived(),
                definition.version(),
                definition.createdAt());
    }

    /** Describes a page of definitions to the readers of the API description. */
    @Schema(name = "CustomFieldPage")
    record FieldPage(List<FieldView> items, @Nullable String nextCursor) {}
}
