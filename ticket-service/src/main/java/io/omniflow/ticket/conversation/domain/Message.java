package io.omniflow.ticket.conversation.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code at} is the time the inbox gave it, {@code recordedAt} when it came in here. */
public record Message(
        UUID id,
        UUID conversationId,
        Author author,
        @Nullable UUID authorId,
        String body,
        @Nullable UUID replyId,
        Instant at,
        Instant recordedAt) {}
