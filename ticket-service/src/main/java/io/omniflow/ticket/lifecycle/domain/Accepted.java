package io.omniflow.ticket.lifecycle.domain;

import java.util.List;

/** The ticket as it is now, and the facts that made it so; no facts when it already was so. */
public record Accepted(Ticket ticket, List<Recorded> facts) implements Decision {}
