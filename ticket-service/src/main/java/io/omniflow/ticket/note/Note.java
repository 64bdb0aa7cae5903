package io.omniflow.ticket.note;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code version} counts the edits of the note itself, from 1. {@code author} is an actor, {@code kind:id}. */
public record Note(
        UUID id,
        UUID ticketId,
        String body,
        String author,
        long version,
        Instant createdAt,
        @Nullable Instant editedAt) {}
