package io.omniflow.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.LaunchFailure;
import java.time.Duration;

/** Histories imported to the end, none of them refused. */
public record ImportedLines(SuiteApi api) {
    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** @param lines NDJSON, one ticket a line */
    public void send(String lines) throws InterruptedException {
        SuiteApi.Answer accepted =
                api.post("/api/v1/imports", "application/x-ndjson", lines).orFail("An import");
        JsonNode done = api.await("The import's end", accepted.location(), LIMIT, state -> "completed"
                .equals(state.path("state").asText()));
        if (done.path("refused").asLong() != 0) {
            throw new LaunchFailure("The import left lines out: " + done);
        }
    }
}
