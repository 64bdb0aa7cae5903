package io.omniflow.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A ticket's SLA at a glance. */
public enum SlaState {
    @JsonProperty("none")
    NONE,
    @JsonProperty("ok")
    OK,
    @JsonProperty("at_risk")
    AT_RISK,
    @JsonProperty("breached")
    BREACHED,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("met")
    MET
}
