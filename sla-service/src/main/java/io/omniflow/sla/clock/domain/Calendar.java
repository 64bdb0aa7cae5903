package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When time counts. For every start and duration {@code open(start, after(start, d))} is {@code d}. */
public interface Calendar {

    /** How much of the time between the two is open; zero when {@code to} is not after {@code from}. */
    Duration open(Instant from, Instant to);

    /** The first instant by which that much open time has passed; {@code from} itself for none. */
    Instant after(Instant from, Duration duration);

    /** The same time of day after so many days on which something is open. */
    Instant afterWorkingDays(Instant from, int days);

    /** All of the time between the two, without a gap; those that are open add up to {@link #open}. */
    List<Stretch> stretches(Instant from, Instant to);
}
