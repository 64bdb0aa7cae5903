package io.omniflow.sla.clock.domain;

import java.time.Instant;

/** Some time in which a calendar does not change. */
public record Stretch(Instant from, Instant to, Openness openness) {}
