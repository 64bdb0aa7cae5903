package io.omniflow.integration.incoming.domain;

import java.time.Instant;
import java.util.Optional;

/** What a webhook says. It is a reason to look, not the truth: order and content of webhooks are not relied on. */
public sealed interface Signal {

    /** @param actor the vendor's id of who changed it */
    record IssueChanged(String issueId, Optional<Instant> at, Optional<String> actor) implements Signal {}

    /**
     * @param author the name the vendor shows
     * @param authorId the vendor's id of the author
     */
    record CommentWritten(
            String issueId, String commentId, String author, Optional<String> authorId, String text, Instant at)
            implements Signal {}

    /** A person's answer in a Slack thread. {@code thread} and {@code message} are Slack's {@code ts}, kept as text. */
    record ThreadReply(String channel, String thread, String message, String userId, String text) implements Signal {}
}
