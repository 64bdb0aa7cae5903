package io.omniflow.integration.thread.rest;

import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.thread.domain.TicketThread;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A thread as it is shown; {@code message} is Slack's {@code ts} of the first one, once it is posted. */
record ThreadView(
        UUID id,
        UUID ticketId,
        UUID connectionId,
        String channel,
        @Nullable String message,
        String state,
        @Nullable Problem problem,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    static ThreadView of(TicketThread thread) {
        return new ThreadView(
                thread.id().value(),
                thread.ticketId(),
                thread.connectionId().value(),
                thread.channel(),
                thread.message(),
                thread.state().text(),
                thread.problem(),
                thread.version(),
                thread.createdAt(),
                thread.updatedAt());
    }
}
