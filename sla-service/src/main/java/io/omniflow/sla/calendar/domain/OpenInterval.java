package io.omniflow.sla.calendar.domain;

import java.time.Instant;

/** A stretch of open time without a gap. */
public record OpenInterval(Instant from, Instant to) {}
