package io.omniflow.ticket.imports.rest;

import io.omniflow.ticket.imports.ImportJob;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Import")
record ImportView(
        UUID id,
        ImportJob.State state,
        long lines,
        long created,
        long changed,
        long unchanged,
        long refused,
        long facts,
        Instant createdAt,
        @Nullable Instant finishedAt,
        List<ImportJob.Problem> problems) {
    static final String EXAMPLE = """
            {"id": "019ab3f5-2222-7c3f-8a4b-5c6d7e8f9a0b", "state": "completed", "lines": 3, "created": 2, "changed": 0,
             "unchanged": 0, "refused": 1, "facts": 7, "createdAt": "2026-11-24T09:00:00.000Z",
             "finishedAt": "2026-11-24T09:00:01.000Z",
             "problems": [{"line": 3, "externalId": null, "detail": "externalId is missing"}]}""";
    static final String LINE =
            "{\"externalId\": \"case-17\", \"title\": \"Printer on fire\", \"priority\": \"normal\", \"createdAt\": \"2012-10-09T14:50:17Z\","
                    + " \"tags\": [], \"history\": [{\"at\": \"2012-10-09T14:51:01Z\", \"status\": \"in_progress\", \"actor\": \"anna\"},"
                    + " {\"at\": \"2012-10-12T15:02:56Z\", \"agentReplied\": true}]}";

    static ImportView of(ImportJob job) {
        return new ImportView(
                job.id(),
                job.state(),
                job.lines(),
                job.created(),
                job.changed(),
                job.unchanged(),
                job.refused(),
                job.facts(),
                job.createdAt(),
                job.finishedAt(),
                job.problems());
    }
}
