package io.omniflow.ticket.merge.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The real decisions over stores in memory, which keep to the same rules as the tables. */
final class Ledger implements World {
    private final Map<TicketId, Ticket> tickets = new HashMap<>();
    private final Map<UUID, Note> notes = new LinkedHashMap<>();
    private final Map<UUID, Kept> merges = new LinkedHashMap<>();
    private final Map<TicketId, List<Grant>> grants = new HashMap<>();
    private Instant clock;

    private record Note(TicketId ticket, String body) {}

    private record Kept(
            TicketId destination,
            List<TicketId> sources,
            Map<TicketId, Undoing.Kept> kept,
            Map<UUID, TicketId> notes) {}

    Ledger(List<Ticket> opened) {
        for (Ticket ticket : opened) {
            tickets.put(ticket.id(), ticket);
            grants.put(ticket.id(), new ArrayList<>());
        }
        clock = opened.getFirst().updatedAt();
    }

    @Override
    public Ticket ticket(TicketId id) {
        return Objects.requireNonNull(tickets.get(id));
    }

    @Override
    public Map<UUID, String> notes(TicketId id) {
        Map<UUID, String> bodies = new HashMap<>();
        notes.forEach((note, of) -> {
            if (of.ticket().equals(id)) {
                bodies.put(note, of.body());
            }
        });
        return bodies;
    }

    @Override
    public Optional<Instant> attempt(Deed deed) {
        clock = clock.plusMillis(1);
        return switch (deed) {
            case Deed.Rename(TicketId ticket, String title) -> change(ticket, new Step.SetTitle(title));
            case Deed.Move(TicketId ticket, Status status) -> change(ticket, new Step.SetStatus(status));
            case Deed.AddTag(TicketId ticket, String tag) -> change(ticket, new Step.AddTag(tag));
            case Deed.RemoveTag(TicketId ticket, String tag) -> change(ticket, new Step.RemoveTag(tag));
            case Deed.AddContact(TicketId ticket, UUID id) -> change(ticket, new Step.LinkContact(id));
            case Deed.RemoveContact(TicketId ticket, UUID id) -> change(ticket, new Step.UnlinkContact(id));
            case Deed.WriteNote(TicketId ticket, UUID id, String body) ->
                change(ticket, new Step.AddNote(id, body, null, null)).map(at -> put(id, new Note(ticket, body), at));
            case Deed.EditNote(UUID id, String body) ->
                note(id).flatMap(note -> change(note.ticket(), new Step.EditNote(id, note.body(), body))
                        .map(at -> put(id, new Note(note.ticket(), body), at)));
            case Deed.DeleteNote(UUID id) ->
                note(id).flatMap(note -> change(note.ticket(), new Step.DeleteNote(id, note.body())))
                        .map(at -> put(id, null, at));
            case Deed.Link(TicketId ticket, UUID id) ->
                holder(id).isPresent() ? Optional.empty() : change(ticket, new Step.LinkConversation(id));
            case Deed.Unlink(UUID id) -> onHolder(id, ticket -> List.of(new Step.UnlinkConversation(id)));
            case Deed.Message(UUID id) -> onHolder(id, ticket -> received(ticket, id));
            case Deed.Reply(UUID id) -> onHolder(id, ticket -> List.of(new Step.Reply(id, null, null)));
            case Deed.Merge merge -> merge(merge);
            case Deed.Undo(UUID merge) -> undo(merge);
        };
    }

    private List<Step> received(Ticket ticket, UUID conversation) {
        Step received = new Step.ReceiveMessage(conversation, conversation, clock, "x");
        return ticket.status() == Status.WAITING || ticket.status() == Status.RESOLVED
                ? List.of(received, new Step.SetStatus(Status.OPEN))
                : List.of(received);
    }

    private Optional<Instant> merge(Deed.Merge merge) {
        if (Merging.flaw(merge.sources(), merge.destination()).isPresent()) {
            return Optional.empty();
        }
        Map<TicketId, List<UUID>> moving = new HashMap<>();
        merge.sources()
                .forEach(source -> moving.put(source, List.copyOf(notes(source).keySet())));
        Merging.Outcome outcome = new Merging(
                        merge.merge(),
                        ticket(merge.destination()),
                        merge.sources().stream().map(this::ticket).toList(),
                        moving,
                        grants(merge.destination()),
                        Start.OWN)
                .decide(clock);
        if (!(outcome instanceof Merging.Merged merged)) {
            return Optional.empty();
        }
        Map<TicketId, Undoing.Kept> kept = new HashMap<>();
        Map<UUID, TicketId> ofNotes = new HashMap<>();
        for (Brought brought : merged.brought()) {
            kept.put(
                    brought.source(),
                    new Undoing.Kept(
                            brought.previousStatus(),
                            brought.resolvedAt(),
                            brought.closedAt(),
                            brought.load().conversationIds().stream()
                                    .map(id -> new Undoing.Moved(id, null))
                                    .toList()));
            for (UUID note : brought.load().noteIds()) {
                ofNotes.put(note, brought.source());
                put(note, new Note(merge.destination(), body(note)), clock);
            }
        }
        merges.put(merge.merge(), new Kept(merge.destination(), merge.sources(), kept, ofNotes));
        grants(merge.destination()).addAll(merged.grants());
        merged.sources().forEach(this::save);
        save(merged.destination());
        return Optional.of(clock);
    }

    private Optional<Instant> undo(UUID id) {
        @Nullable Kept merge = merges.get(id);
        if (merge == null) {
            return Optional.empty();
        }
        Optional<UUID> holder = merges.entrySet().stream()
                .filter(other -> other.getValue().sources().contains(merge.destination()))
                .map(Map.Entry::getKey)
                .findFirst();
        Undoing.Outcome outcome = new Undoing(
                        id,
                        ticket(merge.destination()),
                        merge.sources().stream().map(this::ticket).toList(),
                        merge.kept(),
                        grants(merge.destination()),
                        holder)
                .decide(clock);
        if (!(outcome instanceof Undoing.Undone undone)) {
            return Optional.empty();
        }
        merge.notes().forEach((note, source) -> note(note)
                .filter(still -> still.ticket().equals(merge.destination()))
                .ifPresent(still -> put(note, new Note(source, still.body()), clock)));
        grants(merge.destination()).removeIf(grant -> grant.mergeId().equals(id));
        merges.remove(id);
        undone.sources().forEach(this::save);
        save(undone.destination());
        return Optional.of(clock);
    }

    private Optional<Instant> onHolder(UUID conversation, Function<Ticket, List<Step>> steps) {
        return holder(conversation)
                .flatMap(ticket -> change(ticket.id(), steps.apply(ticket).toArray(Step[]::new)));
    }

    /** One ticket at most. */
    private Optional<Ticket> holder(UUID conversation) {
        List<Ticket> holders = tickets.values().stream()
                .filter(ticket -> ticket.conversationIds().contains(conversation))
                .toList();
        assertEquals(holders.isEmpty() ? 0 : 1, holders.size());
        return holders.stream().findFirst();
    }

    private Optional<Instant> change(TicketId id, Step... steps) {
        if (!(ticket(id).decide(List.of(steps), clock) instanceof Accepted accepted)) {
            return Optional.empty();
        }
        save(accepted);
        heed(Traces.of(List.of(steps), accepted));
        return Optional.of(clock);
    }

    private void heed(Traces traces) {
        grants(traces.ticket()).removeIf(grant -> traces.settled().contains(grant.part()));
        merges.replaceAll((id, merge) -> {
            Map<TicketId, Undoing.Kept> kept = new HashMap<>();
            merge.kept()
                    .forEach((source, of) -> kept.put(
                            source,
                            new Undoing.Kept(
                                    of.previousStatus(),
                                    of.resolvedAt(),
                                    of.closedAt(),
                                    of.conversations().stream()
                                            .filter(moved -> !traces.unlinked().contains(moved.conversationId()))
                                            .map(moved -> answered(moved, traces))
                                            .toList())));
            return new Kept(merge.destination(), merge.sources(), kept, merge.notes());
        });
    }

    private static Undoing.Moved answered(Undoing.Moved moved, Traces traces) {
        return moved.answeredAt() == null && traces.answered().contains(moved.conversationId())
                ? new Undoing.Moved(moved.conversationId(), traces.at())
                : moved;
    }

    private void save(Accepted accepted) {
        tickets.put(accepted.ticket().id(), accepted.ticket());
    }

    private List<Grant> grants(TicketId id) {
        return Objects.requireNonNull(grants.get(id));
    }

    private Optional<Note> note(UUID id) {
        return Optional.ofNullable(notes.get(id));
    }

    private String body(UUID note) {
        return note(note).orElseThrow().body();
    }

    private Instant put(UUID id, @Nullable Note note, Instant at) {
        if (note == null) {
            notes.remove(id);
        } else {
            notes.put(id, note);
        }
        return at;
    }
}
