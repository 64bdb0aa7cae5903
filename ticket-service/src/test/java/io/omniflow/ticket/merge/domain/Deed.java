package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.util.List;
import java.util.UUID;

/** One thing somebody does to tickets, in the story of a property test. */
public sealed interface Deed {
    record Rename(TicketId ticket, String title) implements Deed {}

    record Move(TicketId ticket, Status status) implements Deed {}

    record AddTag(TicketId ticket, String tag) implements Deed {}

    record RemoveTag(TicketId ticket, String tag) implements Deed {}

    record AddContact(TicketId ticket, UUID contact) implements Deed {}

    record RemoveContact(TicketId ticket, UUID contact) implements Deed {}

    record WriteNote(TicketId ticket, UUID note, String body) implements Deed {}

    record EditNote(UUID note, String body) implements Deed {}

    record DeleteNote(UUID note) implements Deed {}

    /** Only of a conversation that is linked to no ticket. */
    record Link(TicketId ticket, UUID conversation) implements Deed {}

    record Unlink(UUID conversation) implements Deed {}

    /** A customer writes. */
    record Message(UUID conversation) implements Deed {}

    /** An agent answers. */
    record Reply(UUID conversation) implements Deed {}

    record Merge(UUID merge, List<TicketId> sources, TicketId destination) implements Deed {}

    record Undo(UUID merge) implements Deed {}
}
