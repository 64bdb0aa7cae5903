package io.omniflow.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a clock measures. */
public enum ClockMetric {
    @JsonProperty("first_response")
    FIRST_RESPONSE,
    @JsonProperty("next_response")
    NEXT_RESPONSE,
    @JsonProperty("resolution")
    RESOLUTION
}
