package io.omniflow.ticket.imports;

import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.field.domain.Complaint;
import io.omniflow.ticket.field.domain.DefinedFields;
import io.omniflow.ticket.imports.domain.History;
import io.omniflow.ticket.imports.domain.Replay;
import io.omniflow.ticket.lifecycle.TicketEvents;
import io.omniflow.ticket.lifecycle.domain.Fact;
import io.omniflow.ticket.lifecycle.domain.Recorded;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.note.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one step comes to, gathered ticket by ticket. */
final class StepResult {
    private final ImportJob job;
    private final Map<String, Imports.Known> known;
    private final NamesOfWorkspace names;
    private final DefinedFields fields;
    private final TicketEvents events;
    private final Instant now;
    private final List<Ticket> changedTickets = new ArrayList<>();
    private final List<OutboundEvent> outbound = new ArrayList<>();
    private final List<Note> written = new ArrayList<>();
    private final List<ImportJob.Problem> problems = new ArrayList<>();
    private final Map<UUID, Set<String>> entries = new HashMap<>();
    private long nextNumber;
    private long created;
    private long changed;
    private long unchanged;

    StepResult(
            ImportJob job,
            long firstNumber,
            Map<String, Imports.Known> known,
            DefinedFields fields,
            NamesOfWorkspace names,
            TicketEvents events,
            Instant now) {
        this.job = job;
        this.fields = fields;
        this.events = events;
        this.now = now;
        this.nextNumber = firstNumber;
        this.known = known;
        this.names = names;
    }

    void add(History history) {
        Imports.@Nullable Known before = known.get(history.externalId());
        Replay.Import by = new Replay.Import(job.id(), now, new TicketId(Ids.next()), nextNumber);
        Replay.Outcome outcome = names.nobodys(history)
                .<Replay.Outcome>map(Replay.Impossible::new)
                .orElseGet(() -> before == null
                        ? begun(history, by)
                        : Replay.of(history, before.ticket(), before.entries(), by, names, Ids::next));
        switch (outcome) {
            case Replay.Impossible(String reason) ->
                problems.add(new ImportJob.Problem(0, history.externalId(), reason));
            case Replay.Replayed replayed -> {
                if (before == null) {
                    nextNumber++;
                    created++;
                } else if (replayed.done().isEmpty()) {
                    unchanged++;
                } else {
                    changed++;
                }
                keep(replayed);
            }
        }
    }

    /** Custom fields are those of the ticket's beginning. */
    private Replay.Outcome begun(History history, Replay.Import by) {
        DefinedFields.Judged judged = fields.imported(history.customFields());
        if (!judged.complaints().isEmpty()) {
            Complaint first = judged.complaints().getFirst();
            return new Replay.Impossible("customFields." + first.place() + " " + first.reason());
        }
        return Replay.of(history.withCustomFields(judged.present()), null, Set.of(), by, names, Ids::next);
    }

    private void keep(Replay.Replayed replayed) {
        if (!replayed.newEntries().isEmpty()) {
            entries.put(replayed.ticket().id().value(), replayed.newEntries());
        }
        if (!replayed.done().isEmpty()) {
            changedTickets.add(replayed.ticket());
            replayed.done().forEach(this::keepNotes);
            replayed.done()
                    .forEach(done -> outbound.addAll(events.of(
                            job.workspace(),
                            done.facts(),
                            new Origin(actor(done), job.correlationId(), null),
                            io.omniflow.kit.outbox.History.BACKFILL)));
        }
    }

    private void keepNotes(Replay.Done done) {
        for (Recorded recorded : done.facts()) {
            if (recorded.fact() instanceof Fact.NoteAdded added) {
                UUID ticket = recorded.after().id().value();
                written.add(Note.written(added, ticket, actor(done), recorded.at()));
            }
        }
    }

    /** Who the history names acted as an agent; what it does not tell is the import's. */
    private String actor(Replay.Done done) {
        return done.actor() == null ? "import:" + job.id() : "agent:" + done.actor();
    }

    List<Ticket> tickets() {
        return changedTickets;
    }

    List<OutboundEvent> outbound() {
        return outbound;
    }

    List<Note> notes() {
        return written;
    }

    Imports.Progress progress(List<String> externalIds) {
        return new Imports.Progress(externalIds, created, changed, unchanged, outbound.size(), problems, entries);
    }
}
