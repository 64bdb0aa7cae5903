package io.omniflow.integration.jira.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the fake remembers. */
final class FakeState {
    private static final int FIRST_ID = 10_000;
    private final Map<String, FakeIssue> issues = new LinkedHashMap<>();
    private final Duration searchDelay = Duration.ofMillis(200);
    private int blindSearches;
    private int comments = 20_000;

    synchronized FakeIssue create(JsonNode fields) {
        if (!fields.at("/project/key").asText().equals(JiraFake.PROJECT)) {
            throw new Refusal(400, "valid project is required");
        }
        String summary = fields.path("summary").asText();
        if (summary.isBlank() || summary.contains("\n") || summary.length() > 255) {
            throw new Refusal(400, "The summary is invalid");
        }
        List<String> labels = new ArrayList<>();
        fields.path("labels").forEach(label -> labels.add(label.asText()));
        if (labels.stream().anyMatch(label -> label.contains(" "))) {
            throw new Refusal(400, "The label contains spaces which is invalid.");
        }
        int number = issues.size() + 1;
        Instant now = Instant.now();
        FakeIssue issue = new FakeIssue(
                String.valueOf(FIRST_ID + number),
                JiraFake.PROJECT + "-" + number,
                summary,
                fields.path("description"),
                labels,
                fields.at("/priority/name").asText(null),
                FakeWorkflow.TO_DO,
                null,
                List.of(),
                Map.of(),
                now,
                now);
        issues.put(issue.id(), issue);
        return issue;
    }

    synchronized FakeIssue issue(String idOrKey) {
        return Optional.ofNullable(issues.get(idOrKey))
                .or(() -> issues.values().stream()
                        .filter(issue -> issue.key().equals(idOrKey))
                        .findAny())
                .orElseThrow(() -> new Refusal(404, "Issue does not exist or you do not have permission to see it."));
    }

    synchronized FakeIssue transition(String idOrKey, String wayId, JsonNode fields) {
        FakeIssue issue = issue(idOrKey);
        FakeWorkflow.Way way = FakeWorkflow.way(issue.statusId(), wayId);
        if (way.demanded() != null && fields.path(way.demanded()).isMissingNode()) {
            throw new Refusal(400, way.demanded() + " is required.");
        }
        @Nullable String to = way.to();
        return to == null
                ? issue
                : move(issue.id(), to, fields.at("/resolution/id").asText(null));
    }

    synchronized FakeIssue move(String id, String status, @Nullable String resolution) {
        FakeIssue moved = issue(id).in(status, resolution);
        issues.put(moved.id(), moved);
        return moved;
    }

    synchronized FakeComment comment(String idOrKey, JsonNode body) {
        FakeIssue issue = issue(idOrKey);
        FakeComment comment = new FakeComment(String.valueOf(++comments), body);
        List<FakeComment> all = new ArrayList<>(issue.comments());
        all.add(comment);
        issues.put(issue.id(), issue.with(all, issue.remoteLinks()));
        return comment;
    }

    /** @return whether it is new */
    synchronized boolean link(String idOrKey, String globalId, String url) {
        FakeIssue issue = issue(idOrKey);
        Map<String, String> links = new HashMap<>(issue.remoteLinks());
        boolean fresh = links.put(globalId, url) == null;
        issues.put(issue.id(), issue.with(issue.comments(), links));
        return fresh;
    }

    /** Newest first, as Jira does without an order. */
    synchronized List<FakeIssue> search(String label, Set<String> reconciled, Duration delay) {
        boolean blind = blindSearches > 0;
        blindSearches = Math.max(0, blindSearches - 1);
        Instant visible = Instant.now().minus(delay);
        return issues.values().stream()
                .filter(issue -> issue.labels().contains(label))
                .filter(issue -> reconciled.contains(issue.id())
                        || (!blind && !issue.created().isAfter(visible)))
                .toList()
                .reversed();
    }

    Duration searchDelay() {
        return searchDelay;
    }

    synchronized void blind(int searches) {
        blindSearches = searches;
    }

    synchronized List<FakeIssue> issues() {
        return List.copyOf(issues.values());
    }
}
