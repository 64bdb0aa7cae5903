package io.omniflow.sla.stale;

import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.stale.domain.Watch;
import java.util.Optional;

/** A stored watch, and the SLA policy its ticket began under: that one has the calendar. */
public record Watched(Watch watch, Optional<PolicyRef> begunUnder) {}
