package io.omniflow.local.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.embedded.LogTail;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Why a process died, as far as its log tells: the last error it wrote, else the last line, short enough for a line. */
public final class LastWords {
    private static final int LINES = 40;
    private static final int LENGTH = 300;
    /** What Quarkus logs with the reason; as the rest goes down, other errors follow that only distract. */
    private static final String START_FAILED = "\"Failed to start application";

    private static final int KILLED = 137;
    private static final int TERMINATED = 143;
    private static final Set<String> GRAVE = Set.of("ERROR", "FATAL", "SEVERE");
    private static final ObjectMapper JSON = new ObjectMapper();

    private LastWords() {}

    /** How a process ended and, unless somebody killed it, what it said last. */
    public static String of(Process ended, Path log, long since) {
        int exit = ended.exitValue();
        return switch (exit) {
            case KILLED -> "killed";
            case TERMINATED -> "told to end by somebody else";
            default -> "exit " + exit + ", " + in(log, since);
        };
    }

    /** @param since the length the log had when the process was started */
    public static String in(Path log, long since) {
        List<String> lines = LogTail.linesSince(log, since, LINES);
        return lines.reversed().stream()
                .filter(line -> line.contains(START_FAILED))
                .findFirst()
                .or(() -> lines.reversed().stream().filter(LastWords::isGrave).findFirst())
                .or(() -> lines.reversed().stream().findFirst())
                .map(LastWords::plain)
                .map(text -> text.length() > LENGTH ? text.substring(0, LENGTH) + "…" : text)
                .orElse("it wrote nothing");
    }

    private static boolean isGrave(String line) {
        return line.startsWith("{")
                ? GRAVE.contains(parsed(line).path("level").asText())
                : line.contains("ERROR") || line.contains("FATAL") || line.contains("Exception");
    }

    /** Logs are JSON, one object a line; of it the message and the innermost reason are worth telling. */
    private static String plain(String line) {
        JsonNode json = parsed(line);
        if (!json.has("message")) {
            return line.strip();
        }
        String reason = innermost(json.path("exception")).path("message").asText("");
        String message = json.path("message").asText().lines().findFirst().orElse("");
        return reason.isEmpty()
                ? message
                : message + ": " + reason.lines().findFirst().orElse("");
    }

    private static JsonNode innermost(JsonNode exception) {
        JsonNode cause = exception.path("causedBy").path("exception");
        return cause.isMissingNode() ? exception : innermost(cause);
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException plainText) {
            return JSON.createObjectNode();
        }
    }
}
