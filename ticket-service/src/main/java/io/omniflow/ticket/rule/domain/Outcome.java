package io.omniflow.ticket.rule.domain;

/** What came of a rule whose conditions were met. */
public enum Outcome {
    CREATED,
    CHANGED,
    FAILED,
    /** The conversation has a ticket, so none is made. */
    HAS_TICKET,
    /** This rule has made a ticket of this conversation once. */
    MADE_BEFORE,
    /** There is no ticket to change. */
    NO_TICKET,
    /** The ticket was so already. */
    UNCHANGED,
    /** The rule's own act led here. */
    LOOPED;

    public boolean isSkipped() {
        return this != CREATED && this != CHANGED && this != FAILED;
    }
}
