package io.omniflow.integration.linear.fake;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
                FakeWorkflow.TODO.title(),
                Instant.now(),
                List.of(),
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
        issues.put(issue.id(), issue.with(attachment, Instant.now()));
        return attachment;
    }

    /** The issue before and after. */
    record Moved(FakeIssue before, FakeIssue after) {}

    synchronized Moved move(String idOrIdentifier, FakeWorkflow state) {
        FakeIssue before = issue(idOrIdentifier);
        if (before.stateName().equals(state.title())) {
            return new Moved(before, before);
        }
        FakeIssue after = before.in(state, Instant.now());
        issues.put(after.id(), after);
        return new Moved(before, after);
    }

    /** @param id null for one of its own */
    synchronized FakeComment say(String idOrIdentifier, @Nullable String id, String body, String author) {
        FakeIssue issue = issue(idOrIdentifier);
        if (id != null
                && issues.values().stream().anyMatch(any -> any.comments().stream()
                        .anyMatch(known -> known.id().equals(id)))) {
            throw new Refusal("Argument Validation Error");
        }
        FakeComment comment = new FakeComment(id == null ? UUID.randomUUID().toString() : id, body, author);
        issues.put(issue.id(), issue.with(comment, Instant.now()));
        return comment;
    }

    synchronized FakeComment comment(String id) {
        return issues.values().stream()
                .flatMap(issue -> issue.comments().stream())
                .filter(comment -> comment.id().equals(id))
                .findAny()
                .orElseThrow(() -> new Refusal("Entity not found: Comment"));
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
