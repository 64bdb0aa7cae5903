package io.omniflow.ticket.imports;

import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.OutboundEvent;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.kit.time.Ids;
import io.omniflow.ticket.imports.domain.History;
import io.omniflow.ticket.imports.domain.Replay;
import io.omniflow.ticket.lifecycle.TicketEvents;
import io.omniflow.ticket.lifecycle.TicketNumbers;
import io.omniflow.ticket.lifecycle.Tickets;
import io.omniflow.ticket.lifecycle.domain.Fact;
import io.omniflow.ticket.lifecycle.domain.Recorded;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.note.Note;
import io.omniflow.ticket.note.Notes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Makes tickets of staged lines, some at a time: tickets, facts, progress and the removal of the lines are one
 * transaction, so a crash repeats the step or finds it done. Replicas share the imports by the lock on the job's row.
 */
@ApplicationScoped
public class RunImports {
    private static final Logger LOG = Logger.getLogger(RunImports.class);
    private static final int TICKETS_A_STEP = 100;

    private final Transactions transactions;
    private final Imports imports;
    private final Tickets tickets;
    private final TicketNumbers numbers;
    private final Notes notes;
    private final TicketEvents events;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    RunImports(
            Transactions transactions,
            Imports imports,
            Tickets tickets,
            TicketNumbers numbers,
            Notes notes,
            TicketEvents events,
            Clock clock) {
        this.transactions = transactions;
        this.imports = imports;
        this.tickets = tickets;
        this.numbers = numbers;
        this.notes = notes;
        this.events = events;
        this.clock = clock;
    }

    private enum Step {
        DID_SOMETHING,
        NOTHING_TO_DO
    }

    /** Starts at once, unless this replica is at it already. */
    public void wake() {
        if (running.compareAndSet(false, true)) {
            all().onTermination()
                    .invoke(() -> running.set(false))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warnf("Imports wait: %s", failure.toString()));
        }
    }

    private Uni<Void> all() {
        return Uni.createFrom()
                .deferred(this::step)
                .repeat()
                .whilst(step -> step == Step.DID_SOMETHING)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Step> step() {
        return transactions.write(transaction -> imports.next(transaction)
                .flatMap(job -> job.isEmpty()
                        ? Uni.createFrom().item(Step.NOTHING_TO_DO)
                        : step(transaction, job.get()).replaceWith(Step.DID_SOMETHING)));
    }

    private Uni<Void> step(SqlConnection transaction, ImportJob job) {
        return imports.take(transaction, job, TICKETS_A_STEP)
                .flatMap(histories ->
                        histories.isEmpty() ? imports.finish(transaction, job) : replay(transaction, job, histories));
    }

    private Uni<Void> replay(SqlConnection transaction, ImportJob job, List<History> histories) {
        List<String> externalIds = histories.stream().map(History::externalId).toList();
        return imports.known(transaction, job.workspace(), externalIds)
                .flatMap(known -> numbers.block(job.workspace(), Math.max(1, histories.size() - known.size()))
                        .flatMap(firstNumber -> {
                            Result result = new Result(job, firstNumber, known);
                            histories.forEach(result::add);
                            return result.save(transaction, externalIds);
                        }));
    }

    /** What one step comes to, gathered ticket by ticket. */
    private final class Result {
        private final ImportJob job;
        private final Map<String, Imports.Known> known;
        private final NamesOfWorkspace names;
        private final Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        private final List<Ticket> changedTickets = new ArrayList<>();
        private final List<OutboundEvent> outbound = new ArrayList<>();
        private final List<Note> written = new ArrayList<>();
        private final List<ImportJob.Problem> problems = new ArrayList<>();
        private final Map<UUID, Set<String>> entries = new HashMap<>();
        private long nextNumber;
        private long created;
        private long changed;
        private long unchanged;

        Result(ImportJob job, long firstNumber, Map<String, Imports.Known> known) {
            this.job = job;
            this.nextNumber = firstNumber;
            this.known = known;
            this.names = new NamesOfWorkspace(job.workspace());
        }

        void add(History history) {
            Imports.@Nullable Known before = known.get(history.externalId());
            Replay.Import by = new Replay.Import(job.id(), now, new TicketId(Ids.next()), nextNumber);
            Replay.Outcome outcome = before == null
                    ? Replay.of(history, null, Set.of(), by, names, Ids::next)
                    : Replay.of(history, before.ticket(), before.entries(), by, names, Ids::next);
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
                if (recorded.fact() instanceof Fact.NoteAdded(UUID id, String body)) {
                    UUID ticket = recorded.after().id().value();
                    written.add(new Note(id, ticket, body, actor(done), 1, recorded.at(), null));
                }
            }
        }

        /** Who the history names acted as an agent; what it does not tell is the import's. */
        private String actor(Replay.Done done) {
            return done.actor() == null ? "import:" + job.id() : "agent:" + done.actor();
        }

        Uni<Void> save(SqlConnection transaction, List<String> externalIds) {
            Uni<Void> saved = changedTickets.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : tickets.saveAll(transaction, job.workspace(), changedTickets, outbound);
            return saved.chain(() -> written.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : notes.add(transaction, job.workspace(), written))
                    .chain(() -> imports.advance(
                            transaction,
                            job,
                            new Imports.Progress(
                                    externalIds,
                                    created,
                                    changed,
                                    unchanged,
                                    outbound.size(),
                                    problems,
                                    entries,
                                    names.used())));
        }
    }
}
