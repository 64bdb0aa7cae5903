package io.omniflow.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a conversation takes place. */
public enum Channel {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("chat")
    CHAT,
    @JsonProperty("whatsapp")
    WHATSAPP,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("sms")
    SMS,
    @JsonProperty("social")
    SOCIAL,
    @JsonProperty("api")
    API
}
