package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import io.omniflow.integration.sync.domain.StateKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Jira's JSON as issues and states. Empty where a node lacks what every such thing has. */
final class JiraReadings {
    /** {@code 2026-11-28T10:00:00.000+0000}; Cloud has been seen to write {@code Z} and {@code +00:00} as well. */
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffset("+HHMM", "Z")
            .optionalEnd()
            .optionalStart()
            .appendOffset("+HH:MM", "Z")
            .optionalEnd()
            .toFormatter(Locale.ROOT);

    private static final Pattern GIVEN_UP = Pattern.compile(
            "won.?t|cancel|declin|duplicate|reject|obsolete|invalid|abandon|cannot", Pattern.CASE_INSENSITIVE);

    private JiraReadings() {}

    static Optional<Issue> issue(OpenConnection connection, JsonNode node) {
        String id = node.path("id").asText("");
        String key = node.path("key").asText("");
        Optional<ExternalState> state = state(node.path("fields").path("status"));
        Optional<Instant> changed = time(node.path("fields").path("updated").asText(""));
        return id.isEmpty() || key.isEmpty() || state.isEmpty() || changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Issue(id, key, JiraSite.browse(connection, key), state.get(), changed.get()));
    }

    static Optional<ExternalState> state(JsonNode status) {
        String id = status.path("id").asText("");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExternalState(
                        id,
                        status.path("name").asText(id),
                        kind(status.path("statusCategory").path("key").asText())));
    }

    /** Jira's three categories, whatever a status is called; the fourth, {@code undefined}, is no kind. */
    static StateKind kind(String category) {
        return switch (category) {
            case "new" -> StateKind.TODO;
            case "indeterminate" -> StateKind.STARTED;
            case "done" -> StateKind.DONE;
            default -> StateKind.UNKNOWN;
        };
    }

    /**
     * The statuses of an issue type, named by its id or its name, in Jira's order. Those that end an issue without anything being
     * done come last, since of a category the first one is taken where no other is wished for.
     */
    static Optional<List<ExternalState>> states(JsonNode issueTypes, String type) {
        return issueTypes
                .valueStream()
                .filter(known -> isType(known, type))
                .findFirst()
                .map(known -> known.path("statuses")
                        .valueStream()
                        .flatMap(status -> state(status).stream())
                        .sorted(Comparator.comparing(
                                status -> GIVEN_UP.matcher(status.name()).find()))
                        .toList());
    }

    static boolean isType(JsonNode issueType, String idOrName) {
        return issueType.path("id").asText().equals(idOrName)
                || issueType.path("name").asText().equalsIgnoreCase(idOrName);
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, TIME).toInstant());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
