package io.omniflow.sla.clock;

import java.time.Duration;
import java.util.Optional;

/** What ops want to see of the clocks. */
public interface Observations {

    /** Facts took effect; {@code lag} is how long after it happened the newest live one did, if one is among them. */
    void applied(int facts, Optional<Duration> lag);

    /** A warning or a breach was noticed that long after its instant. */
    void noticed(Duration late);

    /** A breach that was told turned out not to be one. */
    void withdrawn();

    /** A ticket cannot be read or its clocks cannot be reckoned; they stay as they were. */
    void broken(TicketKey ticket, RuntimeException failure);

    /** Facts of a ticket are missing between those that are known; its clocks are reckoned from these until they come. */
    void missing(TicketKey ticket, long facts);
}
