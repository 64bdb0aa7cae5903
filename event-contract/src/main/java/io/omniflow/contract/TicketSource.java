package io.omniflow.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which of the ways a ticket came to be. */
public enum TicketSource {
    @JsonProperty("api")
    API,
    @JsonProperty("manual")
    MANUAL,
    @JsonProperty("conversation")
    CONVERSATION,
    @JsonProperty("automation")
    AUTOMATION,
    @JsonProperty("import")
    IMPORT
}
