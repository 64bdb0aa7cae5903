package io.omniflow.integration.linear.fake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** What the fake remembers. */
final class FakeState {
    private final Map<String, FakeTeam> teams = new LinkedHashMap<>();
    private final Map<String, FakeIssue> issues = new LinkedHashMap<>();

    record FakeTeam(String id, String key, String name) {}

    /** Why something is refused, in the fake's words. */
    static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message, null, false, false);
        }
    }

    synchronized void addTeam(FakeTeam team) {
        teams.put(team.id(), team);
    }

    /** By id or key. */
    synchronized FakeTeam team(String idOrKey) {
        return teams.values().stream()
                .filter(team -> team.id().equals(idOrKey) || team.key().equals(idOrKey))
                .findAny()
                .orElseThrow(() -> new Refusal("Entity not found: Team"));
    }

    /** By id or identifier. */
    synchronized FakeIssue issue(String idOrIdentifier) {
        return Optional.ofNullable(issues.get(idOrIdentifier))
                .or(() -> issues.values().stream()
                        .filter(issue -> issue.identifier().equals(idOrIdentifier))
                        .findAny())
                .orElseThrow(() -> new Refusal("Entity not found: Issue"));
    }

    synchronized FakeIssue create(Map<String, Object> input) {
        String id = input.get("id") instanceof String given
                ? given
                : UUID.randomUUID().toString();
        if (!isVersion4(id)) {
            throw new Refusal("id must be a UUID v4");
        }
        if (issues.containsKey(id)) {
            throw new Refusal("Argument Validation Error");
        }
        if (!(input.get("title") instanceof String title) || title.isBlank()) {
            throw new Refusal("title must not be empty");
        }
        FakeTeam team = team(text(input, "teamId"));
        long number = 1
                + issues.values().stream()
                        .filter(issue -> issue.identifier().startsWith(team.key() + "-"))
                        .count();
        String identifier = team.key() + "-" + number;
        FakeIssue issue = new FakeIssue(
                id,
                identifier,
                title,
                (String) input.get("description"),
                input.get("priority") instanceof Integer priority ? priority : 0,
                "https://linear.app/fake/issue/" + identifier,
                "Todo",
                List.of());
        issues.put(id, issue);
        return issue;
    }

    synchronized FakeAttachment attach(Map<String, Object> input) {
        FakeIssue issue = issue(text(input, "issueId"));
        String url = text(input, "url");
        String id = issue.attachments().stream()
                .filter(known -> known.url().equals(url))
                .map(FakeAttachment::id)
                .findAny()
                .orElseGet(() -> UUID.randomUUID().toString());
        FakeAttachment attachment = new FakeAttachment(id, text(input, "title"), url);
        List<FakeAttachment> attachments = new ArrayList<>(issue.attachments());
        attachments.removeIf(known -> known.url().equals(url));
        attachments.add(attachment);
        issues.put(
                issue.id(),
                new FakeIssue(
                        issue.id(),
                        issue.identifier(),
                        issue.title(),
                        issue.description(),
                        issue.priority(),
                        issue.url(),
                        issue.stateName(),
                        attachments));
        return attachment;
    }

    synchronized List<FakeIssue> issues() {
        return List.copyOf(issues.values());
    }

    private static String text(Map<String, Object> input, String required) {
        return (String) Objects.requireNonNull(input.get(required), required);
    }

    private static boolean isVersion4(String id) {
        try {
            return UUID.fromString(id).version() == 4;
        } catch (IllegalArgumentException noUuid) {
            return false;
        }
    }
}
