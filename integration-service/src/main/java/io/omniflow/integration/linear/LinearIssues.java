package io.omniflow.integration.linear;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.Priority;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Issues of this suite to and from Linear's fields. */
final class LinearIssues {
    private LinearIssues() {}

    /** The variables of {@link LinearDocuments#ISSUE_CREATE}. */
    static Map<String, Object> create(IssueDraft draft, String teamId) {
        Map<String, Object> input = new HashMap<>();
        input.put("id", draft.id().toString());
        input.put("teamId", teamId);
        input.put("title", draft.ticket().title());
        input.put("priority", priority(draft.ticket().priority()));
        if (draft.ticket().description() != null) {
            input.put("description", draft.ticket().description());
        }
        return Map.of("input", input);
    }

    /** The variables of {@link LinearDocuments#ATTACHMENT_CREATE}: the way back from the issue to the ticket. */
    static Map<String, Object> attachment(IssueDraft draft, ExternalIssue issue) {
        return Map.of(
                "input",
                Map.of(
                        "issueId",
                        issue.id(),
                        "title",
                        "Ticket #" + draft.ticket().number(),
                        "subtitle",
                        draft.ticket().title(),
                        "url",
                        draft.ticketAddress().toString()));
    }

    /** Linear: 0 none, 1 urgent, 2 high, 3 medium, 4 low. */
    static int priority(Priority priority) {
        return switch (priority) {
            case URGENT -> 1;
            case HIGH -> 2;
            case NORMAL -> 3;
            case LOW -> 4;
        };
    }

    /** Empty when the node is no issue, or one without what every issue has. */
    static Optional<ExternalIssue> issue(JsonNode node) {
        String id = node.path("id").asText("");
        String key = node.path("identifier").asText("");
        String url = node.path("url").asText("");
        if (id.isEmpty() || key.isEmpty() || url.isEmpty()) {
            return Optional.empty();
        }
        String state = node.path("state").path("name").asText("");
        return Optional.of(new ExternalIssue(id, key, url, state.isEmpty() ? null : state));
    }
}
