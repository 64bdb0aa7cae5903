package io.omniflow.ticket.note;

import io.omniflow.kit.http.ETags;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Audience;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds, edits and deletes notes: each a fact of the ticket, written with the note in one transaction. */
@ApplicationScoped
public class WriteNotes {
    private final Transactions transactions;
    private final ChangeTicket changes;
    private final Notes notes;

    WriteNotes(Transactions transactions, ChangeTicket changes, Notes notes) {
        this.transactions = transactions;
        this.changes = changes;
        this.notes = notes;
    }

    /** A note to be written; {@code authorName} is who wrote it in another system. */
    public record Draft(
            String body,
            @Nullable String authorName,
            @Nullable Audience audience) {}

    public Uni<Note> add(SqlConnection transaction, ChangeTicket.Target target, Draft draft) {
        UUID id = Ids.next();
        return changes.within(
                        transaction,
                        target,
                        ticket -> List.of(new Step.AddNote(id, draft.body(), draft.authorName(), draft.audience())))
                .map(accepted -> new Note(
                        id,
                        accepted.ticket().id().value(),
                        draft.body(),
                        target.origin().actor(),
                        1,
                        accepted.ticket().updatedAt(),
                        null,
                        draft.authorName(),
                        draft.audience()))
                .call(note -> notes.add(transaction, target.workspace(), List.of(note)));
    }

    /** @param version the note's version the caller has read; another one is 412 */
    public Uni<Note> edit(ChangeTicket.Target target, UUID noteId, long version, String body) {
        return transactions.write(transaction -> found(transaction, target, noteId)
                .invoke(note -> ETags.check(Optional.of(version), note.version()))
                .flatMap(note -> changes.within(
                                transaction, target, ticket -> List.of(new Step.EditNote(noteId, note.body(), body)))
                        .flatMap(accepted -> edited(transaction, target, note, body, accepted))));
    }

    public Uni<Void> delete(ChangeTicket.Target target, UUID noteId, Optional<Long> version) {
        return transactions.write(transaction -> found(transaction, target, noteId)
                .invoke(note -> ETags.check(version, note.version()))
                .call(note -> changes.within(
                        transaction, target, ticket -> List.of(new Step.DeleteNote(noteId, note.body()))))
                .call(note -> notes.remove(transaction, target.workspace(), note))
                .replaceWithVoid());
    }

    private Uni<Note> edited(
            SqlConnection transaction, ChangeTicket.Target target, Note note, String body, Accepted accepted) {
        if (accepted.facts().isEmpty()) {
            return Uni.createFrom().item(note);
        }
        Note after = note.edited(body, accepted.ticket().updatedAt());
        return notes.replace(transaction, target.workspace(), after).replaceWith(after);
    }

    /** The ticket's row is locked first: it is what keeps two edits of one note apart. */
    private Uni<Note> found(SqlConnection transaction, ChangeTicket.Target target, UUID noteId) {
        Function<Ticket, List<Step>> nothing = ticket -> List.of();
        return changes.within(transaction, target, nothing)
                .flatMap(accepted -> notes.find(
                        transaction, target.workspace(), accepted.ticket().id().value(), noteId))
                .map(found -> found.orElseThrow(() -> Problems.notFound("note")));
    }
}
