package io.omniflow.ticket.imports;

import io.omniflow.ticket.directory.NamedPeople;
import io.omniflow.ticket.field.DefineFields;
import io.omniflow.ticket.field.domain.DefinedFields;
import io.omniflow.ticket.imports.domain.History;
import io.omniflow.ticket.lifecycle.TicketEvents;
import io.omniflow.ticket.lifecycle.Tickets;
import io.omniflow.ticket.note.Notes;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes tickets of some staged lines: tickets, facts, progress and the removal of the lines are one transaction. */
@ApplicationScoped
class MakeTickets {
    private static final int NUMBERS_AT_ONCE = 1_000;

    private final Imports imports;
    private final Tickets tickets;
    private final NumberReserve numbers;
    private final Notes notes;
    private final DefineFields fields;
    private final NamedPeople people;
    private final TicketEvents events;
    private final Clock clock;

    MakeTickets(
            Imports imports,
            Tickets tickets,
            NumberReserve numbers,
            Notes notes,
            DefineFields fields,
            NamedPeople people,
            TicketEvents events,
            Clock clock) {
        this.imports = imports;
        this.tickets = tickets;
        this.numbers = numbers;
        this.notes = notes;
        this.fields = fields;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    Uni<Step> make(SqlConnection transaction, ImportJob job, List<String> externalIds) {
        return imports.take(transaction, job, externalIds)
                .flatMap(histories -> imports.known(transaction, job.workspace(), histories)
                        .flatMap(known -> defined(transaction, job, histories).flatMap(defined -> names(
                                        transaction, job, histories)
                                .flatMap(names -> replay(transaction, job, histories, known, defined, names)))));
    }

    private Uni<DefinedFields> defined(SqlConnection transaction, ImportJob job, List<History> histories) {
        Set<String> keys = histories.stream()
                .flatMap(history -> history.customFields().keySet().stream())
                .collect(Collectors.toSet());
        return fields.defined(transaction, job.workspace(), keys, job.origin());
    }

    private Uni<NamesOfWorkspace> names(SqlConnection transaction, ImportJob job, List<History> histories) {
        NamedPeople.Ids wanted = NamesOfWorkspace.wanted(job.workspace(), histories);
        return people.known(transaction, job.workspace(), wanted).map(known -> new NamesOfWorkspace(wanted, known));
    }

    private Uni<Step> replay(
            SqlConnection transaction,
            ImportJob job,
            List<History> histories,
            Map<String, Imports.Known> known,
            DefinedFields defined,
            NamesOfWorkspace names) {
        int fresh = histories.size() - known.size();
        OptionalLong first = numbers.take(job.workspace(), fresh);
        if (first.isEmpty()) {
            int more = (int) Math.min(NUMBERS_AT_ONCE, job.lines() - job.ticketsDone());
            return Uni.createFrom().item(new Step.WantsNumbers(job.workspace(), Math.max(fresh, more)));
        }
        StepResult result = new StepResult(
                job,
                first.getAsLong(),
                known,
                defined,
                names,
                events,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        histories.forEach(result::add);
        List<String> externalIds = histories.stream().map(History::externalId).toList();
        return people.add(transaction, job.workspace(), names.fresh(), job.origin())
                .chain(() -> save(transaction, job, result))
                .chain(() -> imports.advance(transaction, job, result.progress(externalIds)))
                .replaceWith(new Step.DidSomething());
    }

    private Uni<Void> save(SqlConnection transaction, ImportJob job, StepResult result) {
        Uni<Void> saved = result.tickets().isEmpty()
                ? Uni.createFrom().voidItem()
                : tickets.saveAll(transaction, job.workspace(), result.tickets(), result.outbound());
        return saved.chain(() -> result.notes().isEmpty()
                ? Uni.createFrom().voidItem()
                : notes.add(transaction, job.workspace(), result.notes()));
    }
}
