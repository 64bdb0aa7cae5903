package io.omniflow.integration.link.domain;

/** A ticket's priority, as far as a vendor needs it. */
public enum Priority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
