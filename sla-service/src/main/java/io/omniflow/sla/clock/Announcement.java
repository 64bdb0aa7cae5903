package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.News;
import java.util.Optional;

/**
 * One SLA fact to be told.
 *
 * @param sequence the SLA's own gapless count for this ticket
 * @param cause the event that led to it; empty when time alone did
 */
public record Announcement(TicketKey key, long sequence, News news, Optional<Provenance> cause) {}
