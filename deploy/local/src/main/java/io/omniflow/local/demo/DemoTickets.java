package io.omniflow.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A dozen tickets in varied states, imported with histories that end shortly before the first time they were asked for.
 * That time is kept beside the data, so that asking again imports the very same lines and changes nothing.
 */
public record DemoTickets(String baseUrl, String token, Path data, Clock clock) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public void add() throws IOException, InterruptedException {
        Instant now = since();
        StringBuilder lines = new StringBuilder();
        for (String line : templates()) {
            lines.append(dated(line, now)).append('\n');
        }
        try (SuiteApi api = new SuiteApi(baseUrl, token)) {
            new ImportedLines(api).send(lines.toString());
        }
    }

    /** The moment the ages in the templates count back from. */
    private Instant since() throws IOException {
        Path file = data.resolve("demo-since");
        if (!Files.exists(file)) {
            Files.writeString(
                    file, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return Instant.parse(Files.readString(file).strip());
    }

    private static List<String> templates() throws IOException {
        try (InputStream in = DemoTickets.class.getResourceAsStream("/demo/tickets.ndjson")) {
            if (in == null) {
                throw new IOException("The demo tickets are missing from the launcher");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    static String dated(String template, Instant now) throws IOException {
        ObjectNode ticket = (ObjectNode) JSON.readTree(template);
        replaceAge(ticket, "createdAt", now);
        for (JsonNode entry : ticket.path("history")) {
            replaceAge((ObjectNode) entry, "at", now);
        }
        return JSON.writeValueAsString(ticket);
    }

    private static void replaceAge(ObjectNode node, String name, Instant now) {
        long minutes = node.remove("minutesAgo").asLong();
        node.put(name, now.minus(Duration.ofMinutes(minutes)).toString());
    }
}
