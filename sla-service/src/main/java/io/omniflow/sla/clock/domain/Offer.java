package io.omniflow.sla.clock.domain;

/** One policy of the book with the version of its calendar that goes with it: what a clock is measured by. */
public record Offer(Policy policy, Calendar calendar) {}
