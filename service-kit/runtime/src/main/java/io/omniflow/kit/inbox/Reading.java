package io.omniflow.kit.inbox;

/** What became of a record that was read. */
public sealed interface Reading {
    record Read(ReceivedEvent event) implements Reading {}

    /** Written by a newer service; nothing here can be done with it and nothing is wrong with it. */
    record UnknownType(String type) implements Reading {}

    /** No event of the contract; {@code reason} tells ops why, without any of its content. */
    record Unreadable(String reason) implements Reading {}
}
