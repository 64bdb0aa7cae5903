package io.omniflow.integration.hook.postgres;

import io.omniflow.integration.hook.domain.Activity;
import io.omniflow.integration.hook.domain.Endpoint;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.EndpointTerms;
import io.omniflow.integration.hook.domain.Shutdown;
import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and writes rows of the table {@code hook_endpoint}, all but the secrets. */
final class EndpointRows {
    private EndpointRows() {}

    static Endpoint endpoint(Row row) {
        return new Endpoint(
                new WorkspaceId(row.getUUID("workspace_id")),
                new EndpointId(row.getUUID("id")),
                new EndpointTerms(
                        URI.create(row.getString("url")),
                        row.getString("description"),
                        List.of(row.getArrayOfStrings("event_types")),
                        row.getBoolean("enabled") ? Activity.ENABLED : Activity.DISABLED),
                orNull(row.getOffsetDateTime("failing_since")),
                shutdown(row),
                row.getOffsetDateTime("secret_changed_at").toInstant(),
                row.getLong("version"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    /** In the order of the statements: 1 and 2 the key, 3 to 12 the rest. */
    static Tuple columns(Endpoint endpoint) {
        @Nullable Shutdown shutdown = endpoint.shutdown();
        return Tuple.of(endpoint.workspace().value(), endpoint.id().value())
                .addString(endpoint.terms().url().toString())
                .addString(endpoint.terms().description())
                .addArrayOfString(endpoint.terms().eventTypes().toArray(String[]::new))
                .addBoolean(endpoint.terms().activity() == Activity.ENABLED)
                .addValue(utcOrNull(endpoint.failingSince()))
                .addValue(shutdown == null ? null : utc(shutdown.at()))
                .addValue(shutdown == null ? null : shutdown.reason().text())
                .addOffsetDateTime(utc(endpoint.secretChangedAt()))
                .addLong(endpoint.version())
                .addOffsetDateTime(utc(endpoint.updatedAt()));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime utcOrNull(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }

    static @Nullable Instant orNull(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static @Nullable Shutdown shutdown(Row row) {
        @Nullable Instant at = orNull(row.getOffsetDateTime("shut_at"));
        return at == null ? null : new Shutdown(at, Shutdown.Reason.of(row.getString("shut_reason")));
    }
}
