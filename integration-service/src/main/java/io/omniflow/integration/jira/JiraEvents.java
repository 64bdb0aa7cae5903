package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.integration.incoming.domain.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the bodies of Jira's webhooks say. */
final class JiraEvents {
    /** Changes that concern a link: the status, and a move to another project, which changes the key. */
    private static final Set<String> FOLLOWED = Set.of("status", "project", "key");

    /** Data Center leaves the issue of a comment out, but for its address. */
    private static final Pattern ISSUE_OF_COMMENT = Pattern.compile("/issue/([0-9]+)/comment/");

    private JiraEvents() {}

    static boolean isEvent(JsonNode body) {
        return body.path("webhookEvent").isTextual();
    }

    static List<Signal> signals(JiraDialect dialect, JsonNode body) {
        List<Signal> signals = new ArrayList<>();
        switch (body.path("webhookEvent").asText()) {
            case "jira:issue_updated" -> {
                if (changesWhatIsFollowed(body)) {
                    changed(body).ifPresent(signals::add);
                }
                // How Data Center tells of a comment besides its own event; the id is the same in both.
                if (body.path("issue_event_type_name").asText().equals("issue_commented")) {
                    comment(dialect, body).ifPresent(signals::add);
                }
            }
            case "jira:issue_deleted" -> changed(body).ifPresent(signals::add);
            case "comment_created" -> comment(dialect, body).ifPresent(signals::add);
            default -> {}
        }
        return List.copyOf(signals);
    }

    private static boolean changesWhatIsFollowed(JsonNode body) {
        return body.path("changelog")
                .path("items")
                .valueStream()
                .map(item -> item.path("field").asText().toLowerCase(Locale.ROOT))
                .anyMatch(FOLLOWED::contains);
    }

    private static Optional<Signal> changed(JsonNode body) {
        String id = body.path("issue").path("id").asText("");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new Signal.IssueChanged(id, at(body), account(body.path("user"))));
    }

    /** What this suite wrote itself is known by its marker and left out. */
    private static Optional<Signal> comment(JiraDialect dialect, JsonNode body) {
        JsonNode comment = body.path("comment");
        String id = comment.path("id").asText("");
        Optional<String> issue = issueOf(body);
        Optional<Instant> written =
                JiraReadings.time(comment.path("created").asText("")).or(() -> at(body));
        String text = dialect.plain(comment.path("body"));
        if (id.isEmpty() || issue.isEmpty() || written.isEmpty() || JiraDescriptions.isOurs(text)) {
            return Optional.empty();
        }
        JsonNode author = comment.path("author");
        Optional<String> account = account(author);
        return Optional.of(new Signal.CommentWritten(
                issue.get(),
                id,
                author.path("displayName").asText(account.orElse("Somebody in Jira")),
                account,
                text,
                written.get()));
    }

    private static Optional<String> issueOf(JsonNode body) {
        String id = body.path("issue").path("id").asText("");
        if (!id.isEmpty()) {
            return Optional.of(id);
        }
        Matcher address =
                ISSUE_OF_COMMENT.matcher(body.path("comment").path("self").asText(""));
        return address.find() ? Optional.of(address.group(1)) : Optional.empty();
    }

    /** Cloud has account ids, Data Center user keys and before them names. */
    private static Optional<String> account(JsonNode user) {
        for (String name : List.of("accountId", "key", "name")) {
            String id = user.path(name).asText("");
            if (!id.isEmpty()) {
                return Optional.of(id);
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> at(JsonNode body) {
        long timestamp = body.path("timestamp").asLong(0);
        return timestamp > 0 ? Optional.of(Instant.ofEpochMilli(timestamp)) : Optional.empty();
    }
}
