package io.omniflow.integration.delivery.postgres;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.DeliveryId;
import io.omniflow.integration.delivery.domain.DeliveryState;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code delivery}. */
final class DeliveryRows {
    private DeliveryRows() {}

    static Claim claim(Row row) {
        Claim.Earlier earlier = row.getOffsetDateTime("earlier") == null ? Claim.Earlier.NONE : Claim.Earlier.SOME;
        Claim.Last last = row.getBoolean("left_behind") ? Claim.Last.LEFT : Claim.Last.SETTLED;
        return new Claim(delivery(row), row.getUUID("lease"), earlier, last);
    }

    static Delivery delivery(Row row) {
        String state = row.getString("state");
        @Nullable OffsetDateTime next = row.getOffsetDateTime("next_attempt_at");
        return new Delivery(
                new WorkspaceId(row.getUUID("workspace_id")),
                new DeliveryId(row.getUUID("id")),
                new ConnectionId(row.getUUID("connection_id")),
                row.getUUID("ticket_id"),
                row.getUUID("subject"),
                Operation.of(row.getString("operation")),
                payload(row.getJsonObject("payload")),
                DeliveryState.of(state).orElseThrow(() -> new IllegalStateException("stored state " + state)),
                row.getInteger("attempts"),
                next == null ? null : next.toInstant(),
                problem(row.getJsonObject("problem")),
                row.getString("requested_by"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }

    static JsonObject json(Map<String, String> payload) {
        JsonObject json = new JsonObject();
        payload.forEach(json::put);
        return json;
    }

    private static Map<String, String> payload(JsonObject json) {
        Map<String, String> payload = new HashMap<>();
        json.fieldNames().forEach(name -> payload.put(name, json.getString(name)));
        return payload;
    }

    static @Nullable JsonObject json(@Nullable Problem problem) {
        return problem == null
                ? null
                : new JsonObject()
                        .put("type", problem.type())
                        .put("status", problem.status())
                        .put("detail", problem.detail());
    }

    private static @Nullable Problem problem(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Problem(json.getString("type"), json.getInteger("status"), json.getString("detail"));
    }

    private static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }
}
