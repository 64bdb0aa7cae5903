package io.omniflow.integration.linear;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import io.omniflow.integration.sync.domain.StateKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Linear's workflow states and the issues in them. */
final class LinearStates {
    /** What a kind is first looked for under: a ticket that is opened again is to be worked on, not to be triaged. */
    private static final List<String> ORDER =
            List.of("unstarted", "backlog", "triage", "started", "completed", "canceled", "duplicate");

    private LinearStates() {}

    /** By type in the order of {@link #ORDER}, then as Linear shows them. */
    static List<ExternalState> states(JsonNode nodes) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .sorted(Comparator.<JsonNode>comparingInt(
                                node -> rank(node.path("type").asText()))
                        .thenComparingDouble(node -> node.path("position").asDouble()))
                .flatMap(node -> state(node).stream())
                .toList();
    }

    /** Empty when the node is no issue, or one without what every issue has. */
    static Optional<Issue> issue(JsonNode node) {
        Optional<ExternalState> state = state(node.path("state"));
        Optional<Instant> changedAt = time(node.path("updatedAt").asText());
        return state.isEmpty() || changedAt.isEmpty()
                ? Optional.empty()
                : LinearIssues.issue(node)
                        .map(known -> new Issue(known.id(), known.key(), known.url(), state.get(), changedAt.get()));
    }

    /** A type Linear adds later is one this version does not know. */
    static StateKind kind(String type) {
        return switch (type) {
            case "triage", "backlog", "unstarted" -> StateKind.TODO;
            case "started" -> StateKind.STARTED;
            case "completed" -> StateKind.DONE;
            case "canceled", "duplicate" -> StateKind.CANCELED;
            default -> StateKind.UNKNOWN;
        };
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    private static Optional<ExternalState> state(JsonNode node) {
        String id = node.path("id").asText("");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new ExternalState(
                        id, node.path("name").asText(id), kind(node.path("type").asText())));
    }

    private static int rank(String type) {
        int known = ORDER.indexOf(type);
        return known < 0 ? ORDER.size() : known;
    }
}
