package io.omniflow.sla.clock.rest;

import io.omniflow.sla.clock.ReadClocks;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A ticket's clocks. {@code ticketVersion} is the version of the ticket they reflect, {@code at} when they were read. */
public record TicketClocksView(UUID ticketId, long ticketVersion, Instant at, List<ClockView> clocks) {

    static TicketClocksView of(UUID ticket, ReadClocks.Reading reading) {
        return new TicketClocksView(
                ticket,
                reading.sheet().ticketVersion(),
                reading.at(),
                reading.sheet().clocks().stream()
                        .map(clock -> ClockView.of(clock, reading.at()))
                        .toList());
    }
}
