package io.omniflow.local.log;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.LaunchFailure;
import io.omniflow.local.demo.SuiteApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.zip.GZIPInputStream;

/** An event log in CSV and its mapping as one upload, and how far the suite is with it. */
public record LogImport(SuiteApi api) {
    private static final Duration LONGEST = Duration.ofMinutes(30);

    /**
     * The order of the log's four degrees of seriousness is not published: the two that nearly all tickets have count as
     * normal and high, the rare ones as urgent and low.
     */
    public static String helpDeskMapping() throws IOException {
        try (InputStream in = LogImport.class.getResourceAsStream("/log/mapping.json")) {
            if (in == null) {
                throw new IOException("The mapping of the help desk log is missing from the launcher");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @param log CSV, compressed when its name ends in {@code .gz}; it is never held whole */
    public String send(Path log, String mapping) throws InterruptedException {
        return send(() -> open(log), mapping);
    }

    /** @return where to ask how far it is */
    public String send(Supplier<InputStream> log, String mapping) throws InterruptedException {
        String boundary = "omniflow-" + UUID.randomUUID();
        String head = """
            --%1$s
            Content-Disposition: form-data; name="mapping"
            Content-Type: application/json

            %2$s
            --%1$s
            Content-Disposition: form-data; name="file"; filename="log.csv"
            Content-Type: text/csv

            """.formatted(boundary, mapping.strip());
        BodyPublisher body = BodyPublishers.concat(
                BodyPublishers.ofString(lines(head)),
                BodyPublishers.ofInputStream(log),
                BodyPublishers.ofString(lines("\n--" + boundary + "--\n")));
        return api.upload("/api/v1/imports", "multipart/form-data; boundary=" + boundary, body)
                .orFail("The log")
                .location();
    }

    /** The import's last state. */
    public JsonNode await(String location) throws InterruptedException {
        return api.await("The import's end", location, LONGEST, state -> "completed"
                .equals(state.path("state").asText()));
    }

    /** How many entries the workspace's audit log has. */
    public long recorded() throws InterruptedException {
        SuiteApi.Answer newest = api.get("/api/v1/audit?limit=1");
        return newest.status() == 200
                ? newest.body().path("items").path(0).path("sequence").asLong()
                : 0;
    }

    private static String lines(String text) {
        return text.replace("\n", "\r\n");
    }

    private static InputStream open(Path log) {
        try {
            InputStream raw = Files.newInputStream(log);
            return log.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        } catch (IOException e) {
            throw new LaunchFailure(
                    "The log " + log + " cannot be read: " + e.getMessage(), new UncheckedIOException(e));
        }
    }
}
