package io.omniflow.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Drives the SLA targets. */
public enum TicketPriority {
    @JsonProperty("low")
    LOW,
    @JsonProperty("normal")
    NORMAL,
    @JsonProperty("high")
    HIGH,
    @JsonProperty("urgent")
    URGENT
}
