package io.omniflow.ticket.note.rest;

import io.omniflow.ticket.lifecycle.domain.Audience;
import io.omniflow.ticket.note.Note;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Note")
record NoteView(
        UUID id,
        UUID ticketId,
        String body,
        String author,
        long version,
        Instant createdAt,
        @Nullable Instant editedAt,
        @Nullable String authorName,
        @Nullable Audience audience) {
    static final String EXAMPLE = """
            {"id": "019ab3f1-0d2e-7c3f-8a4b-5c6d7e8f9a0b", "ticketId": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f",
             "body": "The bank has confirmed the outage.", "author": "agent:anna", "version": 1,
             "createdAt": "2026-11-24T09:05:00.000Z", "editedAt": null, "authorName": null, "audience": "engineering"}""";
    static final String REQUEST = "{\"body\": \"The bank has confirmed the outage.\", \"audience\": \"engineering\"}";
    static final String EDIT = "{\"body\": \"The bank has confirmed the outage.\"}";
    static final String PAGE = "{\"items\": [" + EXAMPLE + "], \"nextCursor\": null}";

    static NoteView of(Note note) {
        return new NoteView(
                note.id(),
                note.ticketId(),
                note.body(),
                note.author(),
                note.version(),
                note.createdAt(),
                note.editedAt(),
                note.authorName(),
                note.audience());
    }

    /** Describes a page of notes to the readers of the API description. */
    @Schema(name = "NotePage")
    record NotePage(List<NoteView> items, @Nullable String nextCursor) {}
}
