package io.omniflow.ticket.merge.domain;

import io.omniflow.ticket.lifecycle.domain.Refusal;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.util.UUID;

/** Why a merge or its undo is refused; nothing changes then. Places count the sources from 0. */
public sealed interface MergeRefusal {
    record NoSource() implements MergeRefusal {}

    record TooManySources() implements MergeRefusal {}

    record SourceIsDestination(int place) implements MergeRefusal {}

    record SourceTwice(int place) implements MergeRefusal {}

    /** There is none, or it is another workspace's or out of the caller's sight. */
    record UnknownTicket(TicketId ticket) implements MergeRefusal {}

    record AlreadyMerged(TicketId ticket, TicketId destination) implements MergeRefusal {}

    record TooManyNotes() implements MergeRefusal {}

    /** Of tags, contacts or conversations the destination would have more than a ticket may. */
    record TooMuch(Refusal reason) implements MergeRefusal {}

    record UnknownMerge(UUID mergeId) implements MergeRefusal {}

    /** The destination was merged itself since; that merge has to be undone first. */
    record InTheWay(UUID mergeId) implements MergeRefusal {}
}
