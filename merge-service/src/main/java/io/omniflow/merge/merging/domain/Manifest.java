package io.omniflow.merge.merging.domain;

import java.util.UUID;

/** Exactly what a merge did to one source. */
public record Manifest(UUID source, TicketStatus previousStatus, Moved moved) {}
