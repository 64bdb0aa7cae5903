package io.omniflow.ticket.field.domain;

/** What the whole of a text must match. */
public interface TextPattern {
    boolean matches(String text);
}
