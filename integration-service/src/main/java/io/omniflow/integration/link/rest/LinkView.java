package io.omniflow.integration.link.rest;

import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.Link;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A link as it is shown; {@code key}, {@code url} and {@code externalState} are there once the issue is. */
record LinkView(
        UUID id,
        UUID ticketId,
        UUID connectionId,
        String system,
        @Nullable String key,
        @Nullable String url,
        String state,
        @Nullable String externalState,
        @Nullable Problem problem,
        int attempts,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static LinkView of(Link link) {
        @Nullable ExternalIssue issue = link.issue();
        return new LinkView(
                link.id().value(),
                link.ticketId(),
                link.connectionId().value(),
                link.system().text(),
                issue == null ? null : issue.key(),
                issue == null ? null : issue.url(),
                link.state().text(),
                issue == null ? null : issue.state(),
                link.problem(),
                link.attempts(),
                link.version(),
                link.createdAt(),
                link.updatedAt());
    }
}
