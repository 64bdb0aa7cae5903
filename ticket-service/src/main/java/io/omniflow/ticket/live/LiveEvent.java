package io.omniflow.ticket.live;

import io.omniflow.ticket.lifecycle.ShownTicket;
import java.util.UUID;

/** What a listener is told; whoever comes back with the position misses nothing after it. */
public sealed interface LiveEvent {
    Position position();

    /** A ticket that matches has changed, or is new. */
    record Changed(ShownTicket ticket, Position position) implements LiveEvent {}

    /** A ticket has changed and does not match; the listener may or may not have known it. */
    record Gone(UUID ticketId, Position position) implements LiveEvent {}

    /** The changes since the position asked for are no longer known: read the list anew. */
    record Lost(Position position) implements LiveEvent {}

    /** Nothing has happened; the connection stands. */
    record Quiet(Position position) implements LiveEvent {}
}
