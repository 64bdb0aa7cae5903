package io.omniflow.sla.clock.domain;

import java.time.Instant;

/** What moves clocks, other than time: facts, or that the ticket is measured by something else from here on. */
public sealed interface Turn permits Change, Reapplied {
    Instant at();
}
