package io.omniflow.sla.clock.domain;

/** Who made a fact. */
public enum ActorKind {
    AGENT,
    AUTOMATION,
    CUSTOMER,
    VENDOR,
    IMPORT,
    SYSTEM
}
