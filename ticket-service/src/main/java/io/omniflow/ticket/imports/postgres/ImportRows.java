package io.omniflow.ticket.imports.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.imports.ImportJob;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An import as a row. */
final class ImportRows {
    private ImportRows() {}

    static ImportJob job(Row row) {
        @Nullable OffsetDateTime finished = row.getOffsetDateTime("finished_at");
        return new ImportJob(
                new WorkspaceId(row.getUUID("workspace_id")),
                row.getUUID("id"),
                ImportJob.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("actor"),
                row.getString("correlation_id"),
                row.getLong("lines"),
                row.getLong("created"),
                row.getLong("changed"),
                row.getLong("unchanged"),
                row.getLong("refused"),
                row.getLong("facts"),
                row.getOffsetDateTime("created_at").toInstant(),
                finished == null ? null : finished.toInstant(),
                problems(row.getJsonArray("problems")));
    }

    private static List<ImportJob.Problem> problems(JsonArray stored) {
        List<ImportJob.Problem> problems = new ArrayList<>(stored.size());
        for (int i = 0; i < stored.size(); i++) {
            JsonObject problem = stored.getJsonObject(i);
            problems.add(new ImportJob.Problem(
                    problem.getLong("line"), problem.getString("externalId"), problem.getString("detail")));
        }
        return problems;
    }
}
