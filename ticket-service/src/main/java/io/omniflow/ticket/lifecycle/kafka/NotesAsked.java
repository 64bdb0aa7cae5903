package io.omniflow.ticket.lifecycle.kafka;

import io.omniflow.contract.Limits;
import io.omniflow.contract.TicketCommand;
import io.omniflow.kit.json.StorableText;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.note.NoteText;
import io.omniflow.ticket.note.WriteNotes;
import org.jspecify.annotations.Nullable;

/** Notes as commands ask for them. */
final class NotesAsked {
    private NotesAsked() {}

    /** Fails with 422 when there is no text or too much, too long a name, or an audience that is none. */
    static WriteNotes.Draft draft(TicketCommand.AddNote command) {
        @Nullable String name = StorableText.orNull(command.authorName());
        if (name != null && name.length() > Limits.NAME_CHARACTERS) {
            throw Problems.invalid("/authorName", "must have at most " + Limits.NAME_CHARACTERS + " characters");
        }
        return new WriteNotes.Draft(
                NoteText.of(StorableText.of(command.body())),
                name == null || name.isBlank() ? null : name,
                Published.audience(command.audience()));
    }
}
