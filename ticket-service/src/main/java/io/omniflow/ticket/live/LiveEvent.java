package io.omniflow.ticket.live;

/** What a listener is told; whoever comes back with the position misses nothing after it. */
public sealed interface LiveEvent<E> {
    Position position();

    record Told<E>(E news, Position position) implements LiveEvent<E> {}

    /** The changes since the position asked for are no longer known: read the list anew. */
    record Lost<E>(Position position) implements LiveEvent<E> {}

    /** Nothing has happened; the connection stands. */
    record Quiet<E>(Position position) implements LiveEvent<E> {}
}
