package io.omniflow.ticket.lifecycle.domain;

/** Whom a note is also for, beside the team itself. */
public enum Audience {
    ENGINEERING
}
