package io.omniflow.ticket.note.rest;

import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.note.NoteText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "EditNote")
record EditNoteRequest(@Nullable String body) {
    /** Fails with 422 when there is no text or too much. */
    static String text(@Nullable EditNoteRequest request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        return NoteText.of(request.body());
    }
}
