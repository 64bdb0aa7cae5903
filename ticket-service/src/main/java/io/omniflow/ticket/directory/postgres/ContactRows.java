package io.omniflow.ticket.directory.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.directory.Contact;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A contact as a row, and back. */
final class ContactRows {
    static final String COLUMNS = "workspace_id, id, name, name_key, email, email_key, phone, phone_key, external_id,"
            + " attributes, version, created_at, erased_at";

    private ContactRows() {}

    /** In the order of {@link #COLUMNS}. */
    static Tuple row(WorkspaceId workspace, Contact contact) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(workspace.value());
        values.add(contact.id());
        values.add(contact.name());
        values.add(Keys.optionalText(contact.name()));
        values.add(contact.email());
        values.add(Keys.optionalText(contact.email()));
        values.add(contact.phone());
        values.add(Keys.phone(contact.phone()));
        values.add(contact.externalId());
        values.add(new JsonObject(new TreeMap<>(contact.attributes())));
        values.add(contact.version());
        values.add(Keys.time(contact.createdAt()));
        values.add(Keys.time(contact.erasedAt()));
        return Tuple.from(values);
    }

    static Contact contact(Row row) {
        return new Contact(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("external_id"),
                attributes(row.getJsonObject("attributes")),
                Keys.time(row, "created_at"),
                Keys.optionalTime(row, "erased_at"),
                row.getLong("version"));
    }

    private static Map<String, String> attributes(JsonObject stored) {
        Map<String, String> attributes = new TreeMap<>();
        stored.forEach(attribute -> attributes.put(attribute.getKey(), String.valueOf(attribute.getValue())));
        return attributes;
    }
}
