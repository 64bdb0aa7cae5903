package io.omniflow.ticket.imports.domain;

import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Decision;
import io.omniflow.ticket.lifecycle.domain.Fact;
import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Recorded;
import io.omniflow.ticket.lifecycle.domain.Refused;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes facts of a history, each at its real time. Entries that a ticket has taken before are passed over, and one that
 * changes nothing makes no fact. The first entry sets the status at creation when it is as old as the ticket.
 */
public final class Replay {
    private final History history;
    private final Names names;
    private final Supplier<UUID> ids;
    private final List<Done> done = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private @Nullable Ticket ticket;

    private Replay(History history, Names names, Supplier<UUID> ids, @Nullable Ticket ticket) {
        this.history = history;
        this.names = names;
        this.ids = ids;
        this.ticket = ticket;
    }

    /** The ids of agents and teams by the names a history uses. */
    public interface Names {
        UUID agent(String name);

        UUID team(String name);
    }

    /** Facts of one entry and who made them; no actor where the history names none. */
    public record Done(@Nullable String actor, List<Recorded> facts) {}

    /** What a history came to. */
    public sealed interface Outcome {}

    /** {@code newEntries} are the identities of the entries taken now; no facts when nothing was new. */
    public record Replayed(Ticket ticket, List<Done> done, Set<String> newEntries) implements Outcome {}

    public record Impossible(String reason) implements Outcome {}

    /** How a ticket that is not there yet is begun, and by which import. */
    public record Import(UUID id, Instant at, TicketId newTicket, long newNumber) {}

    /**
     * @param known the ticket of that external id, if there is one
     * @param seen identities of the entries it has taken before
     * @param ids makes ids for notes
     */
    public static Outcome of(
            History history, @Nullable Ticket known, Set<String> seen, Import by, Names names, Supplier<UUID> ids) {
        return new Replay(history, names, ids, known).run(seen, by);
    }

    private Outcome run(Set<String> seen, Import by) {
        List<HistoryEntry> entries = history.inOrder();
        if (!entries.isEmpty() && entries.getLast().at().isAfter(by.at())) {
            return new Impossible("The entry of " + entries.getLast().at() + " is in the future");
        }
        if (ticket == null) {
            @Nullable Impossible impossible = open(entries, by);
            if (impossible != null) {
                return impossible;
            }
        }
        for (HistoryEntry entry : entries) {
            if (!seen.contains(entry.identity()) && taken.add(entry.identity())) {
                @Nullable Impossible impossible = apply(entry);
                if (impossible != null) {
                    return impossible;
                }
            }
        }
        return finish(by);
    }

    private @Nullable Impossible open(List<HistoryEntry> entries, Import by) {
        if (history.title() == null || history.title().isBlank()) {
            return new Impossible("A new ticket needs a title");
        }
        @Nullable Instant createdAt = history.createdAt();
        if (createdAt == null && entries.isEmpty()) {
            return new Impossible("A new ticket needs createdAt or a history");
        }
        Instant at = createdAt == null ? entries.getFirst().at() : createdAt;
        if (at.isAfter(by.at())) {
            return new Impossible("The ticket is created in the future");
        }
        @Nullable HistoryEntry first = !entries.isEmpty() && entries.getFirst().at().equals(at) ? entries.getFirst() : null;
        Accepted opened = Ticket.open(atCreation(first), by.newTicket(), by.newNumber(), at);
        ticket = opened.ticket();
        done.add(new Done(first == null ? null : first.actor(), opened.facts()));
        return null;
    }

    private NewTicket atCreation(@Nullable HistoryEntry first) {
        @Nullable Priority told = first == null || first.priority() == null ? history.priority() : first.priority();
        return new NewTicket(
                history.title() == null ? "" : history.title().strip(),
                history.description(),
                first == null || first.status() == null ? Status.OPEN : first.status(),
                told == null ? Priority.NORMAL : told,
                first == null || first.assignee() == null ? null : names.agent(first.assignee()),
                first == null || first.team() == null ? null : names.team(first.team()),
                history.tags(),
                List.of(),
                List.of(),
                history.customFields(),
                Source.IMPORT,
                history.externalId());
    }

    private @Nullable Impossible apply(HistoryEntry entry) {
        Ticket now = current();
        List<Step> steps = steps(entry);
        if (entry.at().isBefore(now.updatedAt())) {
            return new Impossible("The entry of " + entry.at() + " is older than the ticket's last change");
        }
        Decision decision = now.decide(steps, entry.at());
        return switch (decision) {
            case Refused _ -> new Impossible("The ticket takes no changes");
            case Accepted(Ticket after, List<Recorded> facts) -> {
                ticket = after;
                if (!facts.isEmpty()) {
                    done.add(new Done(entry.actor(), facts));
                }
                yield null;
            }
        };
    }

    private List<Step> steps(HistoryEntry entry) {
        List<Step> steps = new ArrayList<>();
        if (Boolean.TRUE.equals(entry.agentReplied())) {
            steps.add(new Step.Reply(null, null, null));
        }
        if (entry.note() != null) {
            steps.add(new Step.AddNote(ids.get(), entry.note(), null, null));
        }
        if (entry.priority() != null) {
            steps.add(new Step.SetPriority(entry.priority()));
        }
        if (entry.team() != null) {
            steps.add(new Step.SetTeam(names.team(entry.team())));
        }
        if (entry.assignee() != null) {
            steps.add(new Step.Assign(names.agent(entry.assignee())));
        }
        if (entry.status() != null) {
            steps.add(new Step.SetStatus(entry.status()));
        }
        return steps;
    }

    /** The closing fact stands at the time of the newest fact: the past must not push the ticket into the present. */
    private Outcome finish(Import by) {
        Ticket now = current();
        if (done.isEmpty()) {
            return new Replayed(now, List.of(), taken);
        }
        Fact.Imported closing = new Fact.Imported(history.externalId(), by.id(), by.at(), taken.size());
        Decision decision = now.decide(List.of(new Step.CloseImport(closing)), now.updatedAt());
        return switch (decision) {
            case Refused _ -> new Impossible("The ticket takes no changes");
            case Accepted(Ticket after, List<Recorded> facts) -> {
                done.add(new Done(null, facts));
                yield new Replayed(after, List.copyOf(done), taken);
            }
        };
    }

    private Ticket current() {
        if (ticket == null) {
            throw new IllegalStateException("The ticket is opened first");
        }
        return ticket;
    }
}
