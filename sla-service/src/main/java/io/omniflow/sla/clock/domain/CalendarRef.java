package io.omniflow.sla.clock.domain;

import java.util.UUID;

/** One version of one calendar. The one that is always open has version 1. */
public record CalendarRef(UUID id, int version) {}
