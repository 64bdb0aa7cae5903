package io.omniflow.sla.stale.domain;

/** Whom a ping asks for. */
public enum Recipient {
    ASSIGNEE,
    LEAD
}
