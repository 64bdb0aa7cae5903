package io.omniflow.ticket.note.rest;

import io.omniflow.kit.json.JsonSize;
import io.omniflow.kit.problem.Problems;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "WriteNote")
record NoteRequest(@Nullable String body) {
    /** Bytes of UTF-8 as JSON: it keeps every event below what Kafka takes. */
    private static final int LONGEST = 65_536;

    /** Fails with 422 when there is no text or too much. */
    static String text(@Nullable NoteRequest request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        String body = request.body() == null ? "" : request.body();
        if (body.isBlank() || JsonSize.of(body) > LONGEST) {
            throw Problems.invalid("/body", "must have 1 to " + LONGEST + " bytes as JSON");
        }
        return body;
    }
}
