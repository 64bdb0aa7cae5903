package io.omniflow.ticket.notification.domain;

/** What an agent is told of. */
public enum Kind {
    ASSIGNED,
    MENTIONED,
    SLA_WARNING,
    SLA_BREACH,
    STALE_PING,
    ESCALATED,
    SYNC_FAILED,
    MERGED,
    MERGE_UNDONE
}
