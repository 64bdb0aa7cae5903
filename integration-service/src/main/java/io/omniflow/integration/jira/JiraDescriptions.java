package io.omniflow.integration.jira;

import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.sync.domain.Comment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What this suite writes into an issue. */
final class JiraDescriptions {
    private static final String MARKER = "desk note ";

    /** Wiki markup around the marker is part of the text on Data Center. */
    private static final Pattern ENDS_WITH_MARKER = Pattern.compile("(?s).*\\b" + MARKER + "[0-9a-f]{32}~?\\s*");

    private JiraDescriptions() {}

    /** The ticket's text and the way back to it. */
    static List<JiraBlock> description(IssueDraft draft) {
        List<JiraBlock> blocks = new ArrayList<>();
        @Nullable String text = draft.ticket().description();
        if (text != null && !text.isBlank()) {
            blocks.add(new JiraBlock.Text(text));
        }
        blocks.add(new JiraBlock.Link("Ticket #" + draft.ticket().number(), draft.ticketAddress()));
        return List.copyOf(blocks);
    }

    /** The comment under its author's name; Jira shows our own account as the author. */
    static List<JiraBlock> comment(Comment comment) {
        return List.of(
                new JiraBlock.Heading(comment.author() + ":"),
                new JiraBlock.Text(comment.text()),
                new JiraBlock.Small(marker(comment.id())));
    }

    /**
     * Tells a comment of ours from all others, for Jira takes no id from its callers. Without hyphens, which wiki markup
     * would have escaped.
     */
    static String marker(UUID comment) {
        return MARKER + comment.toString().replace("-", "").toLowerCase(Locale.ROOT);
    }

    /** Whether a comment, read as plain text, was written by this suite. */
    static boolean isOurs(String plainText) {
        return ENDS_WITH_MARKER.matcher(plainText).matches();
    }
}
