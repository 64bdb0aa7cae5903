package io.omniflow.sla.clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;

/** The time of day in whole milliseconds: events are told in those, and what is stored must not be finer. */
class TimeSource {
    @Produces
    @Singleton
    static InstantSource milliseconds() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
