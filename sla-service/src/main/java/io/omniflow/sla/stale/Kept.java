package io.omniflow.sla.stale;

import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.stale.domain.Watch;
import java.time.Instant;
import java.util.Optional;

/** A watch to be stored. {@code next} is when to judge it; empty when only an event moves it. */
public record Kept(TicketKey key, Watch watch, Optional<Instant> next) {}
