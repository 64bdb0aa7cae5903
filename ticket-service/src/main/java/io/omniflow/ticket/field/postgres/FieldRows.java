package io.omniflow.ticket.field.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.field.domain.FieldDefinition;
import io.omniflow.ticket.field.domain.FieldType;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A definition as a row, and back. */
final class FieldRows {
    static final String COLUMNS =
            "key, label, type, required, options, regex, default_value, archived, version, created_at";
    static final String TYPES = "workspace_id uuid, key text, label text, type text, required boolean, options text[],"
            + " regex text, default_value jsonb, archived boolean, version bigint, created_at timestamptz";

    private FieldRows() {}

    static JsonObject row(WorkspaceId workspace, FieldDefinition definition) {
        return new JsonObject()
                .put("workspace_id", workspace.value().toString())
                .put("key", definition.key())
                .put("label", definition.label())
                .put("type", definition.type().name().toLowerCase(Locale.ROOT))
                .put("required", definition.required())
                .put("options", new JsonArray(definition.options()))
                .put("regex", definition.regex())
                .put(
                        "default_value",
                        definition.defaultValue() == null
                                ? null
                                : new JsonObject().put("value", json(definition.defaultValue())))
                .put("archived", definition.archived())
                .put("version", definition.version())
                .put("created_at", definition.createdAt().toString());
    }

    static List<FieldDefinition> definitions(RowSet<Row> rows) {
        List<FieldDefinition> definitions = new ArrayList<>(rows.size());
        rows.forEach(row -> definitions.add(definition(row)));
        return definitions;
    }

    private static FieldDefinition definition(Row row) {
        return new FieldDefinition(
                row.getString("key"),
                row.getString("label"),
                FieldType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                row.getBoolean("required"),
                List.of(row.getArrayOfStrings("options")),
                row.getString("regex"),
                value(row.getJsonObject("default_value")),
                row.getBoolean("archived"),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant());
    }

    private static Object json(Object value) {
        return value instanceof List<?> list ? new JsonArray(list) : value;
    }

    private static @Nullable Object value(@Nullable JsonObject stored) {
        if (stored == null) {
            return null;
        }
        return stored.getValue("value") instanceof JsonArray list ? list.getList() : stored.getValue("value");
    }
}
