package io.omniflow.ticket.field.domain;

/** What a value comes to as a value of some type. */
public sealed interface Checked {
    /** {@code value} is in the one form that values saying the same are kept in. */
    record Fits(Object value) implements Checked {}

    record Wrong(String reason) implements Checked {}
}
