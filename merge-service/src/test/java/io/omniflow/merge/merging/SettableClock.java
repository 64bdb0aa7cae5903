package io.omniflow.merge.merging;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The service's clock in tests: the system's, until one stops it. */
@Singleton
public class SettableClock extends Clock {
    private static final AtomicReference<@Nullable Instant> STOPPED_AT = new AtomicReference<>();

    static void stopAt(Instant instant) {
        STOPPED_AT.set(instant);
    }

    static void go() {
        STOPPED_AT.set(null);
    }

    @Override
    public Instant instant() {
        Instant stopped = STOPPED_AT.get();
        return stopped == null ? Instant.now() : stopped;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("instants only");
    }
}
