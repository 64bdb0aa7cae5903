package io.omniflow.ticket.merge;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Transactions;
import io.omniflow.testing.Databases;
import io.omniflow.ticket.lifecycle.ChangeTicket;
import io.omniflow.ticket.lifecycle.ShownTickets;
import io.omniflow.ticket.lifecycle.TicketRef;
import io.omniflow.ticket.lifecycle.domain.Accepted;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import io.omniflow.ticket.merge.domain.Deed;
import io.omniflow.ticket.merge.domain.World;
import io.omniflow.ticket.note.Notes;
import io.omniflow.ticket.note.WriteNotes;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Deeds done by the use cases to tickets in PostgreSQL. */
final class StoredWorld implements World {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final WorkspaceId workspace;
    private final Cases cases;
    /** Notes get their ids from the service. */
    private final Map<UUID, UUID> noteIds = new HashMap<>();

    private final Map<UUID, Deed.Merge> merges = new HashMap<>();

    StoredWorld(UUID workspace, Cases cases) {
        this.workspace = new WorkspaceId(workspace);
        this.cases = cases;
    }

    /** The use cases. */
    record Cases(
            Transactions transactions,
            ChangeTicket changes,
            WriteNotes writeNotes,
            Notes notes,
            ShownTickets tickets,
            MergeTickets mergeTickets,
            UndoMerge undoMerge) {}

    @Override
    public Ticket ticket(TicketId id) {
        return cases.tickets()
                .find(workspace, new TicketRef.ById(id))
                .await()
                .atMost(LONG)
                .orElseThrow()
                .ticket();
    }

    @Override
    public Map<UUID, String> notes(TicketId id) {
        Map<UUID, UUID> deeds = new HashMap<>();
        noteIds.forEach((deed, stored) -> deeds.put(stored, deed));
        Map<UUID, String> bodies = new HashMap<>();
        cases.notes()
                .of(workspace, id.value(), null, 200)
                .await()
                .atMost(LONG)
                .forEach(note -> bodies.put(Objects.requireNonNull(deeds.get(note.id())), note.body()));
        return bodies;
    }

    @Override
    public Optional<Instant> attempt(Deed deed) {
        return switch (deed) {
            case Deed.Rename(TicketId ticket, String title) -> change(ticket, new Step.SetTitle(title));
            case Deed.Move(TicketId ticket, Status status) -> change(ticket, new Step.SetStatus(status));
            case Deed.AddTag(TicketId ticket, String tag) -> change(ticket, new Step.AddTag(tag));
            case Deed.RemoveTag(TicketId ticket, String tag) -> change(ticket, new Step.RemoveTag(tag));
            case Deed.AddContact(TicketId ticket, UUID id) -> change(ticket, new Step.LinkContact(id));
            case Deed.RemoveContact(TicketId ticket, UUID id) -> change(ticket, new Step.UnlinkContact(id));
            case Deed.WriteNote(TicketId ticket, UUID id, String body) ->
                done(cases.transactions().write(transaction -> cases.writeNotes()
                        .add(transaction, target(ticket), new WriteNotes.Draft(body, null, null))
                        .invoke(note -> noteIds.put(id, note.id()))
                        .map(note -> note.createdAt())));
            case Deed.EditNote(UUID id, String body) ->
                note(id).flatMap(ticket -> version(id)
                        .flatMap(version -> done(cases.writeNotes()
                                .edit(target(ticket), stored(id), version, body)
                                .replaceWith(Instant.EPOCH))));
            case Deed.DeleteNote(UUID id) ->
                note(id).flatMap(ticket -> done(cases.writeNotes()
                        .delete(target(ticket), stored(id), Optional.empty())
                        .replaceWith(Instant.EPOCH)));
            case Deed.Link(TicketId ticket, UUID id) ->
                holder(id).isPresent() ? Optional.empty() : change(ticket, new Step.LinkConversation(id));
            case Deed.Unlink(UUID id) -> holder(id).flatMap(ticket -> change(ticket, new Step.UnlinkConversation(id)));
            case Deed.Message(UUID id) -> holder(id).flatMap(ticket -> received(ticket, id));
            case Deed.Reply(UUID id) -> holder(id).flatMap(ticket -> change(ticket, new Step.Reply(id, null, null)));
            case Deed.Merge merge -> {
                Optional<Instant> at = accepted(cases.transactions()
                        .write(transaction -> cases.mergeTickets().merge(transaction, request(merge))));
                at.ifPresent(done -> merges.put(merge.merge(), merge));
                yield at;
            }
            case Deed.Undo(UUID merge) -> {
                MergeTickets.Request request = request(Objects.requireNonNull(merges.get(merge)));
                yield accepted(cases.transactions()
                        .write(transaction -> cases.undoMerge().undo(transaction, request)));
            }
        };
    }

    private MergeTickets.Request request(Deed.Merge merge) {
        return new MergeTickets.Request(workspace, merge.merge(), merge.sources(), merge.destination(), origin());
    }

    private Optional<Instant> received(TicketId ticket, UUID conversation) {
        Step received = new Step.ReceiveMessage(conversation, UUID.randomUUID(), Instant.EPOCH, "x");
        return accepted(cases.transactions()
                .write(transaction -> cases.changes().within(transaction, target(ticket), before -> {
                    List<Step> steps = new ArrayList<>(List.of(received));
                    if (before.status() == Status.WAITING || before.status() == Status.RESOLVED) {
                        steps.add(new Step.SetStatus(Status.OPEN));
                    }
                    return steps;
                })));
    }

    private Optional<Instant> change(TicketId ticket, Step step) {
        return accepted(cases.transactions()
                .write(transaction -> cases.changes().within(transaction, target(ticket), before -> List.of(step))));
    }

    private ChangeTicket.Target target(TicketId ticket) {
        return new ChangeTicket.Target(workspace, new TicketRef.ById(ticket), Optional.empty(), origin());
    }

    private static Origin origin() {
        return new Origin("system:test", "c", null);
    }

    private static Optional<Instant> accepted(Uni<Accepted> work) {
        return done(work.map(accepted -> accepted.ticket().updatedAt()));
    }

    private static Optional<Instant> done(Uni<Instant> work) {
        try {
            return Optional.of(work.await().atMost(LONG));
        } catch (HttpProblem refused) {
            return Optional.empty();
        }
    }

    private UUID stored(UUID note) {
        return Objects.requireNonNull(noteIds.get(note));
    }

    private Optional<TicketId> note(UUID id) {
        return one("select ticket_id::text from note where workspace_id = ? and id = ?", stored(id))
                .map(ticket -> new TicketId(UUID.fromString(ticket)));
    }

    private Optional<Long> version(UUID id) {
        return one("select version::text from note where workspace_id = ? and id = ?", stored(id))
                .map(Long::valueOf);
    }

    private Optional<TicketId> holder(UUID conversation) {
        return one(
                        "select ticket_id::text from conversation_link where workspace_id = ? and conversation_id = ?",
                        conversation)
                .map(ticket -> new TicketId(UUID.fromString(ticket)));
    }

    private Optional<String> one(String sql, UUID id) {
        try (Connection database = Databases.owner();
                PreparedStatement query = database.prepareStatement(sql)) {
            query.setObject(1, workspace.value());
            query.setObject(2, id);
            try (ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
