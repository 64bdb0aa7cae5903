package io.omniflow.ticket.note.rest;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.domain.Audience;
import io.omniflow.ticket.note.NoteText;
import io.omniflow.ticket.note.WriteNotes;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WriteNote")
record NoteRequest(@Nullable String body, @Nullable Audience audience) {

    /** Fails with 422 when there is no text or too much. */
    static WriteNotes.Draft draft(@Nullable NoteRequest request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        return new WriteNotes.Draft(NoteText.of(request.body()), null, request.audience());
    }
}
