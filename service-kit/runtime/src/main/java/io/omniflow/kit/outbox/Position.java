package io.omniflow.kit.outbox;

/** Where a fact stands among the facts of its change. Whoever reacts judges after the last. */
public enum Position {
    INNER,
    LAST
}
