package io.omniflow.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The SLA counts in Open and In progress and in no other status. */
public enum TicketStatus {
    @JsonProperty("open")
    OPEN,
    @JsonProperty("in_progress")
    IN_PROGRESS,
    @JsonProperty("waiting")
    WAITING,
    @JsonProperty("resolved")
    RESOLVED,
    @JsonProperty("closed")
    CLOSED
}
