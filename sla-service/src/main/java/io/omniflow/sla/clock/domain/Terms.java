package io.omniflow.sla.clock.domain;

/** What a ticket's clocks are measured by. */
public record Terms(Policy policy, Calendar calendar) {}
