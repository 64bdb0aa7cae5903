package io.omniflow.ticket.note;

import io.omniflow.kit.json.JsonSize;
import io.omniflow.kit.problem.Problems;
import org.jspecify.annotations.Nullable;

/** What a note may say. */
public final class NoteText {
    /** Bytes of UTF-8 as JSON: it keeps every event below what Kafka takes. */
    private static final int LONGEST = 65_536;

    private NoteText() {}

    /** Fails with 422 when there is no text or too much. */
    public static String of(@Nullable String given) {
        String body = given == null ? "" : given;
        if (body.isBlank() || JsonSize.of(body) > LONGEST) {
            throw Problems.invalid("/body", "must have 1 to " + LONGEST + " bytes as JSON");
        }
        return body;
    }
}
