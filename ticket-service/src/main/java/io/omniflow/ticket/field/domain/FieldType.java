package io.omniflow.ticket.field.domain;

/** What a field holds; it never changes. */
public enum FieldType {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    DATETIME,
    SINGLE_SELECT,
    MULTI_SELECT,
    URL,
    EMAIL,
    AGENT,
    CONTACT;

    public boolean hasOptions() {
        return this == SINGLE_SELECT || this == MULTI_SELECT;
    }
}
