package io.omniflow.integration.hook.postgres;

import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.hook.domain.Attempt;
import io.omniflow.integration.hook.domain.EndpointId;
import io.omniflow.integration.hook.domain.HookDelivery;
import io.omniflow.integration.hook.domain.HookState;
import io.omniflow.kit.identity.WorkspaceId;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table {@code hook_delivery}. */
final class HookDeliveryRows {
    private HookDeliveryRows() {}

    static HookDelivery delivery(Row row) {
        String state = row.getString("state");
        return new HookDelivery(
                new WorkspaceId(row.getUUID("workspace_id")),
                new EndpointId(row.getUUID("endpoint_id")),
                row.getUUID("message_id"),
                row.getString("type"),
                HookState.of(state).orElseThrow(() -> new IllegalStateException("stored state " + state)),
                row.getInteger("attempts"),
                EndpointRows.orNull(row.getOffsetDateTime("next_attempt_at")),
                EndpointRows.orNull(row.getOffsetDateTime("first_attempt_at")),
                attempt(row.getJsonObject("last_attempt")),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getOffsetDateTime("updated_at").toInstant());
    }

    static @Nullable JsonObject json(@Nullable Attempt attempt) {
        return attempt == null
                ? null
                : new JsonObject()
                        .put("at", attempt.at().toString())
                        .put("millis", attempt.took().toMillis())
                        .put("status", attempt.status())
                        .put("answer", attempt.answer())
                        .put("problem", json(attempt.problem()));
    }

    private static @Nullable JsonObject json(@Nullable Problem problem) {
        return problem == null
                ? null
                : new JsonObject()
                        .put("type", problem.type())
                        .put("status", problem.status())
                        .put("detail", problem.detail());
    }

    private static @Nullable Attempt attempt(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Attempt(
                        Instant.parse(json.getString("at")),
                        Duration.ofMillis(json.getLong("millis")),
                        json.getInteger("status"),
                        json.getString("answer"),
                        problem(json.getJsonObject("problem")));
    }

    private static @Nullable Problem problem(@Nullable JsonObject json) {
        return json == null
                ? null
                : new Problem(json.getString("type"), json.getInteger("status"), json.getString("detail"));
    }
}
