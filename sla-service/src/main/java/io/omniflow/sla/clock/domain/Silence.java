package io.omniflow.sla.clock.domain;

import java.time.Instant;

/** Between two watermarks that lie further apart than they should: ticket-service was down, and nobody could act in it. */
public record Silence(Instant from, Instant until) {}
