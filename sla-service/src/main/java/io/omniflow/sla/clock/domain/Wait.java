package io.omniflow.sla.clock.domain;

/** Whether the customer wrote something that no agent has answered yet. */
public enum Wait {
    NOBODY_WAITS,
    CUSTOMER_WAITS
}
