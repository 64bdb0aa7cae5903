package io.omniflow.ticket.note;

import io.omniflow.ticket.lifecycle.domain.Audience;
import io.omniflow.ticket.lifecycle.domain.Fact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code version} counts the edits of the note itself, from 1. {@code author} is an actor, {@code kind:id}; {@code authorName}
 * is who wrote it in another system. Without an audience it is for the team alone.
 */
public record Note(
        UUID id,
        UUID ticketId,
        String body,
        String author,
        long version,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable String authorName,
        @Nullable Audience audience) {

    public static Note written(Fact.NoteAdded added, UUID ticketId, String author, Instant at) {
        return new Note(
                added.noteId(), ticketId, added.body(), author, 1, at, null, added.authorName(), added.audience());
    }

    Note edited(String text, Instant at) {
        return new Note(id, ticketId, text, author, version + 1, createdAt, at, authorName, audience);
    }
}
