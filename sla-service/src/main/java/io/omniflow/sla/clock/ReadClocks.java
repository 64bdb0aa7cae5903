package io.omniflow.sla.clock;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The clocks of one ticket as they stand at this moment. */
@ApplicationScoped
public class ReadClocks {
    private final TicketFiles files;
    private final InstantSource time;

    ReadClocks(TicketFiles files, InstantSource time) {
        this.files = files;
        this.time = time;
    }

    /** {@code at} is the moment to which counted and remaining time refer. */
    public record Reading(ClockSheet sheet, Instant at) {}

    public Uni<Optional<Reading>> of(TicketKey key) {
        return files.find(key).map(found -> found.map(sheet -> new Reading(sheet, time.instant())));
    }
}
