package io.omniflow.ticket.view;

/** Whose a view is. */
public enum Scope {
    /** Seen and changed by its owner alone. */
    PRIVATE,
    /** Seen by the members of a team, changed by leads. */
    TEAM,
    /** Seen by everybody, changed by leads. */
    WORKSPACE
}
