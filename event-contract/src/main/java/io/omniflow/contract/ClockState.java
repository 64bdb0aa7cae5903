package io.omniflow.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether a clock counts, waits to count again, or has ended. */
public enum ClockState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("paused")
    PAUSED,
    @JsonProperty("stopped")
    STOPPED
}
