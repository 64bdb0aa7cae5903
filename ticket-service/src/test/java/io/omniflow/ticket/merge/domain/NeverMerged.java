package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The same tickets, had nobody ever merged any. Of merges it only knows who was away in whom: a deed is done to whoever was
 * there to take it, and what belongs to somebody stays his.
 */
public final class NeverMerged {
    private final Map<TicketId, Ticket> tickets = new HashMap<>();
    private final Map<UUID, TicketId> noteOwners = new HashMap<>();
    private final Map<TicketId, Map<UUID, String>> notes = new HashMap<>();
    private final Map<TicketId, TicketId> away = new HashMap<>();
    private final Map<UUID, Away> merges = new HashMap<>();
    private final Map<UUID, List<Instant>> answers = new HashMap<>();

    private record Away(List<TicketId> sources, Instant since) {}

    public NeverMerged(List<Ticket> opened) {
        for (Ticket ticket : opened) {
            tickets.put(ticket.id(), ticket);
            notes.put(ticket.id(), new LinkedHashMap<>());
        }
    }

    public Ticket ticket(TicketId id) {
        return Objects.requireNonNull(tickets.get(id));
    }

    public Map<UUID, String> notes(TicketId id) {
        return Objects.requireNonNull(notes.get(id));
    }

    public void take(Deed deed, Instant at) {
        switch (deed) {
            case Deed.Rename(TicketId ticket, String title) -> step(ticket, new Step.SetTitle(title), at);
            case Deed.Move(TicketId ticket, Status status) -> step(ticket, new Step.SetStatus(status), at);
            case Deed.AddTag(TicketId ticket, String tag) -> step(ticket, new Step.AddTag(tag), at);
            case Deed.RemoveTag(TicketId ticket, String tag) -> step(ticket, new Step.RemoveTag(tag), at);
            case Deed.AddContact(TicketId ticket, UUID id) -> step(ticket, new Step.LinkContact(id), at);
            case Deed.RemoveContact(TicketId ticket, UUID id) -> step(ticket, new Step.UnlinkContact(id), at);
            case Deed.WriteNote(TicketId ticket, UUID note, String body) -> {
                noteOwners.put(note, ticket);
                notes(ticket).put(note, body);
            }
            case Deed.EditNote(UUID note, String body) -> notes(owner(note)).put(note, body);
            case Deed.DeleteNote(UUID note) -> notes(owner(note)).remove(note);
            case Deed.Link(TicketId ticket, UUID id) -> step(ticket, new Step.LinkConversation(id), at);
            case Deed.Unlink(UUID id) -> {
                step(holder(id), new Step.UnlinkConversation(id), at);
                answers.remove(id);
            }
            case Deed.Message(UUID id) -> {
                TicketId top = top(holder(id));
                if (Set.of(Status.WAITING, Status.RESOLVED).contains(ticket(top).status())) {
                    step(top, new Step.SetStatus(Status.OPEN), at);
                }
            }
            case Deed.Reply(UUID id) -> {
                step(top(holder(id)), new Step.Reply(id, null, null), at);
                answers.computeIfAbsent(id, fresh -> new ArrayList<>()).add(at);
            }
            case Deed.Merge(UUID merge, List<TicketId> sources, TicketId destination) -> {
                sources.forEach(source -> away.put(source, destination));
                merges.put(merge, new Away(sources, at));
            }
            case Deed.Undo(UUID merge) -> {
                Away gone = Objects.requireNonNull(merges.get(merge));
                gone.sources().forEach(source -> comeBack(source, gone.since()));
            }
        }
    }

    /** An agent's reply in a conversation that comes back stops the wait for the first response. */
    private void comeBack(TicketId source, Instant since) {
        away.remove(source);
        Set<UUID> back = new HashSet<>();
        tickets.values().stream()
                .filter(ticket -> top(ticket.id()).equals(source))
                .forEach(ticket -> back.addAll(ticket.conversationIds()));
        Optional<Instant> answered = back.stream()
                .flatMap(id -> answers.getOrDefault(id, List.of()).stream())
                .filter(answer -> !answer.isBefore(since))
                .min(Instant::compareTo);
        Ticket before = ticket(source);
        if (answered.isPresent()) {
            Step.Restore.Former asItIs = new Step.Restore.Former(
                    before.status(), before.resolvedAt(), before.closedAt(), before.conversationIds(), answered.get());
            step(source, new Step.Restore(source.value(), source, asItIs), before.updatedAt());
        }
    }

    private TicketId owner(UUID note) {
        return Objects.requireNonNull(noteOwners.get(note));
    }

    private TicketId holder(UUID conversation) {
        return tickets.values().stream()
                .filter(ticket -> ticket.conversationIds().contains(conversation))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private TicketId top(TicketId id) {
        @Nullable TicketId into = away.get(id);
        return into == null ? id : top(into);
    }

    private void step(TicketId id, Step step, Instant at) {
        Ticket before = ticket(id);
        Ticket after = ((Accepted) before.decide(List.of(step), at)).ticket();
        tickets.put(id, after);
    }
}
