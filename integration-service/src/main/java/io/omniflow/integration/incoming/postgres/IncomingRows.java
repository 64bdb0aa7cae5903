package io.omniflow.integration.incoming.postgres;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.incoming.Kept;
import io.omniflow.integration.incoming.domain.IncomingState;
import io.omniflow.integration.incoming.domain.IncomingWebhook;
import io.omniflow.integration.incoming.domain.Lane;
import io.omniflow.integration.incoming.domain.WebhookId;
import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code incoming_webhook}. */
final class IncomingRows {
    private IncomingRows() {}

    static IncomingWebhook webhook(Row row) {
        return new IncomingWebhook(
                new WorkspaceId(row.getUUID("workspace_id")),
                new WebhookId(row.getUUID("id")),
                new ConnectionId(row.getUUID("connection_id")),
                ExternalSystem.of(row.getString("system")).orElseThrow(),
                row.getString("delivery_id"),
                IncomingState.of(row.getString("state")).orElseThrow(),
                row.getInteger("attempts"),
                instant(row, "next_attempt_at"),
                row.getString("reason"),
                row.getInteger("size"),
                row.getOffsetDateTime("received_at").toInstant(),
                instant(row, "settled_at"));
    }

    static Kept kept(Row row) {
        return new Kept(webhook(row), row.getBuffer("body").getBytes());
    }

    static Lane lane(Row row) {
        return new Lane(new WorkspaceId(row.getUUID("workspace_id")), new ConnectionId(row.getUUID("connection_id")));
    }

    private static @Nullable Instant instant(Row row, String column) {
        @Nullable OffsetDateTime value = row.getOffsetDateTime(column);
        return value == null ? null : value.toInstant();
    }
}
