package io.omniflow.sla.clock.domain;

import java.time.Instant;

/** The ticket was put under these terms on purpose. It comes after the facts of the same instant. */
public record Reapplied(Instant at, Terms terms) implements Turn {}
