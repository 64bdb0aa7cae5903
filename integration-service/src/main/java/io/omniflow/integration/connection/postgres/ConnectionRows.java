package io.omniflow.integration.connection.postgres;

import io.omniflow.integration.connection.domain.Connection;
import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ConnectionTerms;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.Sync;
import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code connection}, all but the secrets. */
final class ConnectionRows {
    private ConnectionRows() {}

    static Connection connection(Row row) {
        return new Connection(
                new WorkspaceId(row.getUUID("workspace_id")),
                new ConnectionId(row.getUUID("id")),
                terms(row),
                List.of(row.getArrayOfStrings("secret_names")),
                instant(row, "secrets_changed_at"),
                row.getLong("version"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    private static ConnectionTerms terms(Row row) {
        String system = row.getString("system");
        @Nullable String baseUrl = row.getString("base_url");
        Map<String, String> settings = new HashMap<>();
        JsonObject stored = row.getJsonObject("settings");
        stored.fieldNames().forEach(name -> settings.put(name, stored.getString(name)));
        return new ConnectionTerms(
                ExternalSystem.of(system).orElseThrow(() -> new IllegalStateException("stored system " + system)),
                row.getString("name"),
                baseUrl == null ? null : URI.create(baseUrl),
                settings,
                Sync.of(row.getString("sync")).orElseThrow());
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
